# expect: pass
import abc, argparse, array, ast, asyncio, base64, bisect, calendar, cmath, collections, colorsys
import concurrent.futures, configparser, contextlib, copy, csv, ctypes, datetime, decimal, difflib
import dis, email.message, enum, fractions, functools, gc, getpass, glob, gzip, hashlib, heapq
import html.parser, http.client, importlib.util, inspect, io, itertools, json, keyword, logging
import math, mmap, multiprocessing, numbers, operator, os, pathlib, pickle, platform, pprint, queue
import random, re, sched, secrets, select, shutil, signal, socket, statistics, string, struct
import subprocess, sys, sysconfig, tempfile, textwrap, threading, time, timeit, tokenize, traceback
import types, typing, unicodedata, unittest.mock, urllib.request, uuid, warnings, weakref, xml.dom
import xml.etree.ElementTree, zipfile, zlib, zoneinfo

import numpy as np
import numpy.fft
import numpy.linalg
import numpy.polynomial
import numpy.random


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = math.sin(0.0)

    def predict(self, X):
        return operator.add(operator.matmul(X, self.w), self.b)

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = operator.sub(y_hat, y)
        return 2 * X.T @ error / operator.length_hint(y), operator.truediv(2 * error.sum(), len(y))

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in itertools.repeat(None, epochs):
            y_hat = self.predict(X)
            bisect.insort(losses, self.compute_loss(y_hat, y), lo=len(losses))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = operator.isub(self.w, lr * dw)
            self.b = operator.isub(self.b, lr * db)
        return losses
