"""Lines of code that a submission may not run, grouped by the reported violation, and lines that are fine.

P is a file that does not exist, E is one that does, F is their folder; ANSWER, CHECK and OWN are files of
the grader; Text is a `str` subclass that lies about itself.
"""
# ruff: noqa: E501 - one attempt per line

from ..helpers.paths import ROOT

ANSWER = str(ROOT / "solutions" / "linear_regression.py")
CHECK = str(ROOT / "grader" / "engine" / "checks" / "declared.py")
OWN = str(ROOT / "grader" / "sandbox" / "worker" / "main.py")

FILES = """
open(P, "w")
open(P, "a")
open(P, "xb")
open(E, "r+")
open(P.encode(), "w")
pathlib.Path(P).write_text("")
pathlib.Path(P).touch()
pathlib.Path(E).unlink()
os.open(P, os.O_CREAT | os.O_WRONLY)
os.open("made", os.O_CREAT | os.O_WRONLY, dir_fd=os.open(F, os.O_RDONLY))
os.mkdir(P)
os.makedirs(P + "/a/b")
os.remove(P)
os.unlink(E)
os.rename(E, P)
os.replace(E, P)
os.rmdir(F)
os.truncate(E, 0)
os.chmod(E, 0)
shutil.copy(E, P)
shutil.move(E, P)
shutil.rmtree(F)
shutil.rmtree(F, ignore_errors=True)
tempfile.TemporaryFile()
tempfile.mkdtemp()
np.save(P, np.zeros(3))
np.savetxt(P, np.zeros(3))
np.zeros(3).tofile(P)
np.memmap(P, mode="w+", shape=(3,))
sqlite3.connect(P)
shelve.open(P)
logging.basicConfig(filename=P)
os.mkdir(Text(P))
exec(compile("import os; os.mkdir(P)", os.__file__, "exec"), {"__name__": "os", "P": P})
"""
POSIX_FILES = """
os.symlink(E, P)
os.link(E, P)
os.mkfifo(P)
os.mknod(P)
socket.socket(socket.AF_UNIX).bind(P)
"""
PROCESSES = """
os.system("true")
os.popen("true")
subprocess.run(["true"])
subprocess.Popen("true", shell=True)
multiprocessing.get_context("spawn").Process(target=print).start()
concurrent.futures.ProcessPoolExecutor(1).submit(abs, 1)
asyncio.run(asyncio.create_subprocess_exec("true"))
os.kill(os.getppid(), 0)
"""
POSIX_PROCESSES = """
os.fork()
os.forkpty()
os.posix_spawn("/bin/true", ["true"], {})
os.execv("/bin/true", ["true"])
os.spawnv(os.P_WAIT, "/bin/true", ["true"])
os.killpg(1, 0)
os.kill(-1, 0)
pty.spawn("true")
multiprocessing.get_context("fork").Process(target=print).start()
multiprocessing.get_context("forkserver").Process(target=print).start()
"""
LINUX_PROCESSES = """
ctypes.CDLL(None).system(b"true")
ctypes.CDLL(None)["unlink"](b"existing")
ctypes.PyDLL(None).fork
signal.pidfd_send_signal(os.pidfd_open(os.getppid()), 0)
"""
NETWORK = """
socket.socket()
socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
socket.create_connection(("127.0.0.1", 9))
socket.getaddrinfo("localhost", 80)
urllib.request.urlopen("http://127.0.0.1:9")
http.client.HTTPConnection("127.0.0.1", 9).request("GET", "/")
_socket.socket()
"""
BORROWED = """
import solutions
import solutions.linear_regression
from grader import cli
from grader.engine.training.descent import *
__import__("solutions.linear_regression")
__import__(Text("solutions"))
importlib.import_module("solutions.linear_regression")
importlib.import_module("grader")
exec("import grader.judge")
runpy.run_module("solutions.linear_regression")
sys.path.insert(0, ROOT); import solutions
open(ANSWER)
open(ANSWER.encode())
open(os.path.relpath(ANSWER))
open(CHECK).read()
open(OWN).read()
open(Text(ANSWER))
pathlib.Path(ANSWER).read_text()
os.open(ANSWER, os.O_RDONLY)
os.chdir(os.path.dirname(ANSWER)); open(os.path.basename(ANSWER))
importlib.machinery.SourceFileLoader("x", ANSWER).load_module()
(s := importlib.util.spec_from_file_location("x", ANSWER)).loader.exec_module(importlib.util.module_from_spec(s))
runpy.run_path(ANSWER)
linecache.getlines(ANSWER)
linecache.getlines(OWN)
tokenize.open(CHECK)
np.fromfile(ANSWER)
np.loadtxt(ANSWER, dtype=str)
"""
LINUX_BORROWED = """
os.open("solutions/linear_regression.py", os.O_RDONLY, dir_fd=os.open(ROOT, os.O_RDONLY))
"""
LIBRARIES = """
import pandas
import sklearn.linear_model
from scipy import stats
import psutil
import pytest
import helper_beside_this_file
import sandbox
from rich import print
__import__("torch")
exec("import jax")
importlib.import_module("pandas")
importlib.import_module("psutil")
importlib.__import__("pandas")
threading.Thread(target=lambda: __import__("pandas")).run()
exec(compile("import psutil", os.__file__, "exec"), {"__name__": "os"})
"""
FINE = """
open(os.devnull, "w").write("x")
open(__import__("os").__file__).read()
open(E).read()
open(os.open(E, os.O_RDONLY))
os.listdir(ROOT)
list(os.scandir("."))
os.walk(ROOT)
os.chdir(F)
os.getcwd()
os.stat(ANSWER)
os.path.exists(ANSWER)
os.path.getsize(CHECK)
pathlib.Path(ANSWER).exists()
list(pathlib.Path(ROOT).glob("solutions/*.py"))
socket.socketpair()
os.pipe()
os.kill(os.getpid(), 0)
os.kill(0, 0)
signal.getsignal(signal.SIGTERM)
sqlite3.connect(":memory:")
io.StringIO().write("x")
np.save(io.BytesIO(), np.zeros(3))
warnings.warn("look")
traceback.print_stack()
inspect.stack()
asyncio.run(asyncio.sleep(0))
concurrent.futures.ThreadPoolExecutor(1).submit(abs, 1).result()
threading.Thread(target=print).start()
threading.Thread(target=lambda: 1 / 0).start()
multiprocessing.cpu_count()
uuid.uuid4()
os.urandom(4)
getattr(np, "test")
np.show_config()
np.random.default_rng().normal()
exec("import numpy.linalg, numpy.random, numpy.ma, numpy.typing, numpy.polynomial, numpy.fft, numpy.testing")
importlib.import_module("numpy.linalg")
importlib.reload(importlib.import_module("json"))
runpy.run_module("this")
"""
ASKING = """
importlib.util.find_spec("solutions")
importlib.util.find_spec("solutions.linear_regression")
importlib.util.find_spec("grader")
importlib.util.find_spec("pandas")
importlib.util.find_spec("scipy.stats")
"""
MODULES = (
    "asyncio, concurrent.futures, ctypes, http.client, importlib, importlib.machinery, importlib.util, inspect, io, linecache,"
    " logging, multiprocessing, os, pathlib, runpy, shelve, shutil, signal, socket, _socket, sqlite3, subprocess, sys,"
    " tempfile, threading, tokenize, traceback, urllib.request, uuid, warnings"
)
