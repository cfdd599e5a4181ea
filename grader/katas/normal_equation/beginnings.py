"""How to start each step that is not written yet: a guiding question, the approach in words, the code."""

BEGINNINGS: dict[str, tuple[str, str, str]] = {
    "predict": (
        "One sample has d features, and the model has d weights and a bias: how do you get one number from"
        " them? And which single product does that for all n rows of X at once?",
        "X is (n, d) and w is (d,), so the matrix product of the two holds the weighted sums of all n"
        " samples. b is added to each.",
        "return X @ self.w + self.b  # (n, d) @ (d,) -> (n,)",
    ),
    "fit": (
        "At the minimum, the gradient of the sum of squares is zero: what equation in w is that? And which"
        " column would you add to X so that the bias is one of the weights?",
        "Add a column of ones to X, so that the last weight is the bias. With A for the result, the gradient"
        " is zero where A.T @ A @ theta = A.T @ y. Solve that for theta, then take w and b from it.",
        "A = np.column_stack([X, np.ones(len(X))])\n"
        "theta = np.linalg.solve(A.T @ A, A.T @ y)\n"
        "self.w, self.b = theta[:-1], float(theta[-1])",
    ),
    "rank": (
        "If a column is in X twice, how many weights give the same predictions? And can A.T @ A be inverted"
        " then?",
        "A.T @ A is singular where columns depend on each other, so np.linalg.solve and np.linalg.inv raise"
        " an exception or return noise. np.linalg.lstsq works on A itself and picks one of the minima.",
        "theta = np.linalg.lstsq(A, y, rcond=None)[0]",
    ),
    "vectorization": (
        "Which of your methods would run more lines of Python for ten times as many samples?",
        "No line of Python may run once per sample. Products of whole arrays do that work inside NumPy.",
        "A.T @ y  # all n samples at once",
    ),
}
