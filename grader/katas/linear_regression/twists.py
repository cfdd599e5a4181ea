"""The changes of the task that interviewers ask for, each with the code that is then right."""

from ...engine.declaration.twist import Twist

NO_FACTOR = {"dw_factor": "1", "db_factor": "1"}
HALVES = ("gradient-missing-factor-two", "gradient-weights-missing-factor-two",
          "gradient-bias-missing-factor-two", "loss-halved")  # fmt: skip
ARRIVES = ("convergence to the least squares answer", "convergence to the true parameters",
           "decreasing losses")  # fmt: skip
# Words that only the texts of the plain task contain: about the loss, its squares, and the step.
SCALE = ("2 / n", "2/4", "** 2)", "/ 4 = 1.5", "loss 21", "squared error alone")
SQUARES = (*SCALE, "mean squared", "mean, squared", "not squared", "of squares", "squares of", "a square",
           "of its square", "of the squared")  # fmt: skip
STEPS = ("lr * d", "lr * 2", "w - lr", "lr times", "plain gradient descent", "loss 21")
EACH_EPOCH = ("fewer steps than epochs", "no cap, no break", "exactly `epochs`", "Each epoch changes both",
              "The steps are wrong", "before the last epoch",
              "After a single epoch", "loss 21")  # fmt: skip
# Passages of the stub (DOC), the statement (ASKED) and the solution (CODE).
ON = "batch gradient descent on the mean squared error."
LOSS_DOC = "Compute the loss: the mean of the squared residuals, without a factor 1/2."
LOSS_ASKED = "the mean squared error, one number, without a factor 1/2."
LOSS_CODE = "return float(np.mean((y_hat - y) ** 2))"
SLOPES_CODE = "return 2 / n * (X.T @ error), 2 / n * float(np.sum(error))"
STEP_DOC = "Take one gradient descent step per epoch, with all samples and learning rate lr."
STEP_ASKED = "one step against the gradient per epoch, with all samples."
LOOP_CODE, KEPT_CODE = "for _ in range(epochs):", "losses.append(self.compute_loss(y_hat, y))"
STEP_CODE = "self.w -= lr * dw\n            self.b -= lr * db"

HALF = Twist(
    "half", "the loss is half of the mean squared error", ("loss", "gradients"),
    right={"inner_half": " / 2", **NO_FACTOR},
    hints=(
        "Read the task again: which factor is in front of the sum, and what is its derivative?",
        "The loss is 1/(2n) times the sum of the squared residuals; the gradient is its derivative.",
        "return np.mean((y_hat - y) ** 2) / 2, and X.T @ error / n for dw, np.sum(error) / n for db",
    ),
    says={
        ON: "batch gradient descent on half of the mean squared error.",
        LOSS_DOC: "Compute the loss: half of the mean of the squared residuals, 1/(2n) * sum(r ** 2).",
        LOSS_ASKED: "half of the mean squared error, 1/(2n) times the sum of the squared residuals.",
        LOSS_CODE: "return float(np.mean((y_hat - y) ** 2)) / 2",
        SLOPES_CODE: "return X.T @ error / n, float(np.sum(error)) / n",
    },
    untrue=SCALE, gone=HALVES,
)  # fmt: skip

ABSOLUTE = Twist(
    "absolute", "the loss is the mean absolute error", ("loss", "gradients"),
    right={"each": "np.abs(residual)", "signal": "np.sign(error)", **NO_FACTOR},
    hints=(
        "Read the task again: which loss is asked for, and what is the derivative of abs(r)?",
        "The loss is the mean of the absolute residuals. In the gradient, only their signs count.",
        "return np.mean(np.abs(y_hat - y)), and X.T @ np.sign(error) / n for dw",
    ),
    says={
        ON: "batch gradient descent on the mean absolute error.",
        LOSS_DOC: "Compute the loss: the mean of the absolute residuals. No residual is exactly zero.",
        LOSS_ASKED: "the mean absolute error, one number. No residual is exactly zero.",
        LOSS_CODE: "return float(np.mean(np.abs(y_hat - y)))",
        SLOPES_CODE: "return X.T @ np.sign(error) / n, float(np.sum(np.sign(error))) / n",
    },
    untrue=SQUARES, smooth=False,
    gone=(*HALVES, "loss-square-of-mean"),  # with a root, it would be the absolute mean
    without=(*ARRIVES, "zero for a perfect fit", "agreement with finite differences"),
)  # fmt: skip

HUBER = Twist(
    "huber", "the loss is the Huber loss with threshold 1", ("loss", "gradients"),
    right={
        "each": "np.where(np.abs(residual) <= 1, 0.5 * residual ** 2, np.abs(residual) - 0.5)",
        "signal": "np.clip(error, -1, 1)", **NO_FACTOR,
    },
    hints=(
        "Read the task again: how does a residual above 1 count, and what is the slope there?",
        "A residual r counts 0.5 * r ** 2 where abs(r) <= 1, else abs(r) - 0.5."
        " The slope is r, clipped to -1 and 1.",
        "np.where(np.abs(r) <= 1, 0.5 * r ** 2, np.abs(r) - 0.5), and np.clip(error, -1, 1)",
    ),
    says={
        ON: "batch gradient descent on the Huber loss.",
        LOSS_DOC: "Compute the Huber loss: the mean of 0.5 * r ** 2 where abs(r) <= 1, else abs(r) - 0.5.",
        LOSS_ASKED: "the mean of 0.5 * r ** 2 where abs(r) <= 1, else abs(r) - 0.5 (the Huber loss).",
        LOSS_CODE: "r = np.abs(y_hat - y)\n"
        "        return float(np.mean(np.where(r <= 1, 0.5 * r**2, r - 0.5)))",
        SLOPES_CODE: "slope = np.clip(error, -1, 1)\n"
        "        return X.T @ slope / n, float(np.sum(slope)) / n",
    },
    untrue=SQUARES, smooth=False, gone=HALVES, without=ARRIVES,
)  # fmt: skip

MOMENTUM = Twist(
    "momentum", "fit descends with momentum 0.9", ("fit",),
    right={
        "velocities": "v_w, v_b = np.zeros(d), 0.0",
        "accelerated": "v_w, v_b = 0.9 * v_w + dw, 0.9 * v_b + db",
        "gradient_of_step": "v_w", "slope_of_step": "v_b",
    },
    hints=(
        "Read the task again: what does a step depend on besides the gradient of its epoch?",
        "Each step follows a velocity, zero at first: v = 0.9 * v + gradient, and then w -= lr * v.",
        "v_w = 0.9 * v_w + dw; self.w -= lr * v_w (and the same for b)",
    ),
    says={
        STEP_DOC: "Take one step per epoch with momentum, all samples and learning rate lr.\n\n"
        "        The velocities start at zero in each call: v = 0.9 * v + gradient, then w -= lr * v,\n"
        "        and likewise for b.",
        STEP_ASKED: "one step per epoch, with momentum: v = 0.9 * v + gradient, then w -= lr * v.",
        LOOP_CODE: f"v_w, v_b = np.zeros_like(self.w), 0.0\n        {LOOP_CODE}",
        STEP_CODE: "v_w, v_b = 0.9 * v_w + dw, 0.9 * v_b + db\n"
        "            self.w -= lr * v_w\n            self.b -= lr * v_b",
    },
    untrue=(*STEPS, "depends on earlier"), inertia=0.9, without=ARRIVES,
)  # fmt: skip

DECAY = Twist(
    "decay", "the learning rate decays: lr / (1 + 0.1 * k) in epoch k", ("fit",),
    right=dict.fromkeys(("vector_rate", "number_rate"), "lr / (1 + 0.1 * epoch)"),
    hints=(
        "Read the task again: is the learning rate the same in every epoch?",
        "In epoch k, counted from 0, the learning rate is lr / (1 + 0.1 * k).",
        "rate = lr / (1 + 0.1 * epoch); self.w -= rate * dw; self.b -= rate * db",
    ),
    says={
        STEP_DOC: "Take one gradient descent step per epoch, with all samples.\n\n"
        "        In epoch k, counted from 0, the learning rate is lr / (1 + 0.1 * k).",
        STEP_ASKED: "one step against the gradient per epoch, at the rate lr / (1 + 0.1 * k) in epoch k.",
        LOOP_CODE: "for epoch in range(epochs):",
        STEP_CODE: "rate = lr / (1 + 0.1 * epoch)\n"
        "            self.w -= rate * dw\n            self.b -= rate * db",
    },
    untrue=STEPS, rate=lambda epoch: 1 / (1 + 0.1 * epoch), without=ARRIVES,
)  # fmt: skip

TOLERANCE = Twist(
    "tolerance", "fit ends when the loss falls by less than 1e-4", ("fit",),
    right={"stop": "if len(losses) > 1 and losses[-2] - losses[-1] < 1e-4:\n    break"},
    hints=(
        "Read the task again: does the training always go through all of its epochs?",
        "An epoch whose loss is less than 1e-4 below the one before is the last, and takes no step.",
        "if len(losses) > 1 and losses[-2] - losses[-1] < 1e-4: break, after recording the loss",
    ),
    says={
        STEP_DOC: "Take one gradient descent step per epoch, with all samples and learning rate lr.\n\n"
        "        End at the first loss that is less than 1e-4 below the one before: record it, but do\n"
        "        not take its step.",
        STEP_ASKED: "one step per epoch, until a loss is less than 1e-4 below the one before: record "
        "that loss too, but do not take its step.",
        KEPT_CODE: f"{KEPT_CODE}\n            if len(losses) > 1 and losses[-2] - losses[-1] < 1e-4:\n"
        "                break",
    },
    untrue=EACH_EPOCH, least_gain=1e-4,
    without=(*ARRIVES, "a learning rate that makes the loss grow"),
)  # fmt: skip

TWISTS = (HALF, ABSOLUTE, HUBER, MOMENTUM, DECAY, TOLERANCE)
