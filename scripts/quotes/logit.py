"""Logistic regression over yes/no features, binary and among candidates. A sample's features are sorted numbers."""

import math
import random

ROUNDS, PENALTY = 30, 1.0
EPOCHS, RATE, DECAY = 12, 0.3, 1e-4


def score(weights, features):
    return sum(weights[f] for f in features)


def probability(weights, features):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score(weights, features)))))


def shares(weights, candidates):
    """The share of each candidate: exponentials of the scores, 1 in all."""
    scores = [score(weights, features) for features in candidates]
    best = max(scores)
    powers = [math.exp(s - best) for s in scores]
    return [p / sum(powers) for p in powers]


def binary(data, size):
    """Weights from (features, 0 or 1): Newton's method with a quadratic penalty on all but the bias, feature 0."""
    weights = [0.0] * size
    for _ in range(ROUNDS):
        gradient = [PENALTY * w if i else 0.0 for i, w in enumerate(weights)]
        hessian = [[(PENALTY if i else 1e-6) if i == j else 0.0 for j in range(size)] for i in range(size)]
        for features, y in data:
            p = probability(weights, features)
            slope = max(p * (1 - p), 1e-9)
            for f in features:
                gradient[f] += p - y
                row = hessian[f]
                for g in features:
                    row[g] += slope
        step = solve(hessian, gradient)
        weights = [w - s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-4:
            break
    return weights


def solve(matrix, vector):
    """Gauss with pivots."""
    size = len(vector)
    rows = [row[:] + [value] for row, value in zip(matrix, vector)]
    for k in range(size):
        pivot = max(range(k, size), key=lambda i: abs(rows[i][k]))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        for i in range(k + 1, size):
            factor = rows[i][k] / rows[k][k]
            if factor:
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k])]
    result = [0.0] * size
    for k in reversed(range(size)):
        result[k] = (rows[k][size] - sum(rows[k][j] * result[j] for j in range(k + 1, size))) / rows[k][k]
    return result


def choice(data, size):
    """Weights from (candidates, which of them are right): the likelihood that a right one is chosen, by steps of one
    sample with rates of their own (AdaGrad); the mean of the second half of the way."""
    weights, squares, mean = [0.0] * size, [1e-3] * size, [0.0] * size
    order = list(range(len(data)))
    dice = random.Random(0)
    for epoch in range(EPOCHS):
        dice.shuffle(order)
        for index in order:
            candidates, right = data[index]
            p = shares(weights, candidates)
            total = sum(q for q, y in zip(p, right) if y)
            gradient = {}
            for features, share, y in zip(candidates, p, right):
                slope = share - (share / max(total, 1e-12) if y else 0.0)
                for f in features:
                    gradient[f] = gradient.get(f, 0.0) + slope
            for f, slope in gradient.items():
                slope += DECAY * weights[f]
                squares[f] += slope * slope
                weights[f] -= RATE * slope / math.sqrt(squares[f])
        if epoch >= EPOCHS // 2:
            mean = [a + w / (EPOCHS - EPOCHS // 2) for a, w in zip(mean, weights)]
    return mean
