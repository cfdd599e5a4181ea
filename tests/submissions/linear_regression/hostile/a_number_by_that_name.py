# expect: rejected: class-missing|wrong-signature
import numpy as np

LinearRegression = np.float64(0.01)
