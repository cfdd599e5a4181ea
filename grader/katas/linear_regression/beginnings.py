"""How to start each step that is not written yet: the documented hints of the problem, in three stages.

They are the same as for a mistake: a guiding question, the approach in words, the code.
"""

BEGINNINGS: dict[str, tuple[str, str, str]] = {
    "predict": (
        "One sample has d features, and the model has d weights and a bias: how do you get one number from"
        " them? And which single product does that for all n rows of X at once?",
        "A prediction is the sum of the sample's features, each times its weight, plus b."
        " X is (n, d) and w is (d,), so the matrix product of the two holds all n sums, and b is added to"
        " each.",
        "return X @ self.w + self.b  # (n, d) @ (d,) -> (n,)",
    ),
    "loss": (
        "How far off is one prediction? And how do you get one number from n of these, which is zero only"
        " if all of them are zero?",
        "Compute the residual, the difference of y_hat and y. Square it, so that errors in both"
        " directions count, and take the mean over the samples, without a factor 1/2.",
        "error = y_hat - y\nreturn float(np.mean(error ** 2))",
    ),
    "gradients": (
        "The loss is the mean of error ** 2, and error is X @ w + b - y. What does the chain rule give for"
        " one weight: which factor comes from the square, and what is the weight multiplied by in the error?",
        "The gradient of one weight is 2/n times the sum, over the samples, of the residual times that"
        " feature. For all weights at once, the sum is the product of X transposed, (d, n), and the"
        " residual, (n,). In every error, the bias is multiplied by 1, so its gradient is 2/n times the sum"
        " of the residuals.",
        "n = len(y)\nerror = y_hat - y\ndw = (2 / n) * X.T @ error\ndb = (2 / n) * np.sum(error)\n"
        "return dw, db",
    ),
    "fit": (
        "What has to happen in one epoch, in which order, and which of the other methods does each part?",
        "Repeat for the given number of epochs: predict, record the loss, compute the gradients, then"
        " subtract lr times the gradients from w and b. At the end, return the list of the losses.",
        "losses = []\n"
        "for _ in range(epochs):\n"
        "    y_hat = self.predict(X)\n"
        "    losses.append(self.compute_loss(y_hat, y))\n"
        "    dw, db = self.compute_gradients(X, y, y_hat)\n"
        "    self.w -= lr * dw\n"
        "    self.b -= lr * db\n"
        "return losses",
    ),
    "vectorization": (
        "Once every method is written: which of them would run more lines of Python for ten times"
        " as many samples?",
        "No line of Python may run once for each sample: a loop, a comprehension, map and np.vectorize all"
        " do. An operation on whole arrays does the same work inside NumPy.",
        "error = y_hat - y  # all n at once, instead of [p - t for p, t in zip(y_hat, y)]",
    ),
}
