# expect: pass
import numpy as n
class LinearRegression:
 def __init__(s,n_features):s.w=n.zeros(n_features);s.b=0.
 def predict(s,X):return X@s.w+s.b
 def compute_loss(s,y_hat,y):return float(((y_hat-y)**2).mean())
 def compute_gradients(s,X,y,y_hat):e=(y_hat-y)*2/len(y);return e@X,e.sum()
 def fit(s,X,y,lr=.01,epochs=1000):return[[s.compute_loss(p:=s.predict(X),y),g:=s.compute_gradients(X,y,p),s.__dict__.update(w=s.w-lr*g[0],b=s.b-lr*g[1])][0]for _ in' '*epochs]
