"""How to start each step that is not written yet: a guiding question, the approach in words, the code."""

from ..linear_regression.beginnings import BEGINNINGS as LINEAR

BEGINNINGS: dict[str, tuple[str, str, str]] = {
    "probability": (
        "The score X @ w + b can be any number: which function turns it into a number between 0 and 1? And"
        " what does exp do in it for a score of -1000?",
        "Compute the scores, then their sigmoid, 1 / (1 + exp(-score)). The exponential overflows for large"
        " negative scores. The same function written with tanh, which stays between -1 and 1, does not.",
        "score = X @ self.w + self.b\nreturn 0.5 * (1 + np.tanh(0.5 * score))",
    ),
    "predict": (
        "Which of the other methods says how likely class 1 is, and how high must that probability be for"
        " the label 1?",
        "Take the probabilities and compare them with 0.5. The comparison gives one boolean per sample.",
        "return (self.predict_proba(X) >= 0.5).astype(int)",
    ),
    "loss": (
        "Which probability did the model give to the label that turned out right, for y = 1 and for y = 0?"
        " And what is the logarithm of 0?",
        "For each sample, take the logarithm of the probability of its label: of p where y is 1, of 1 - p"
        " where y is 0. The loss is minus the mean. Clip p first, so that no logarithm of 0 is taken.",
        "p = np.clip(p, 1e-12, 1 - 1e-12)\nreturn float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))",
    ),
    "gradients": (
        "The chain rule multiplies the derivative of the loss with respect to p by that of p"
        " with respect to the score, p * (1 - p). What is left of the product?",
        "With respect to the score, the derivative of one sample's loss is p - y. A weight multiplies its"
        " feature in the score, and the bias multiplies 1. Both gradients are means over the samples.",
        "error = p - y\ndw = X.T @ error / len(y)\ndb = np.mean(error)\nreturn dw, db",
    ),
    "fit": (
        LINEAR["fit"][0],
        "Repeat for the given number of epochs: compute the probabilities, record the loss, compute the"
        " gradients, then subtract lr times the gradients from w and b. At the end, return the list of the"
        " losses.",
        LINEAR["fit"][2]
        .replace("y_hat = self.predict(X)", "p = self.predict_proba(X)")
        .replace("y_hat", "p"),
    ),
    "vectorization": (
        LINEAR["vectorization"][0],
        LINEAR["vectorization"][1],
        "p = np.where(score >= 0, a, b)  # one choice per sample, and no loop; masks do the same",
    ),
}
