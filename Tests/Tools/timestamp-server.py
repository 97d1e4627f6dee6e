"""A time-stamping authority over HTTP for tests: passes each request to `openssl ts -reply` (RFC 3161, 3.4).

Run in a folder with OpenSSL's `tsa.cnf`; prints its port on the first line. `--answer` makes it answer in another way.
"""

import argparse
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    """Answers POST with a time stamp, or with what the test wants to see refused."""

    answer = "stamp"

    def do_POST(self) -> None:  # noqa: N802 (the name that http.server calls)
        request = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if self.answer == "error":
            self.send_error(500)
            return
        if self.answer == "redirect":
            self.send_response(302)
            self.send_header("Location", f"http://{self.headers['Host']}/elsewhere")
            self.end_headers()
            return
        body = b"\0" * (1 << 20) if self.answer == "flood" else stamp(request)
        self.send_response(200)
        kind = "text/html" if self.answer == "page" else "application/timestamp-reply"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keeps quiet."""


def stamp(request: bytes) -> bytes:
    """The TimeStampResp to a TimeStampReq."""
    with open("request.tsq", "wb") as file:
        file.write(request)
    subprocess.run(
        ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "request.tsq",
         "-out", "reply.tsr"],
        check=True, stderr=subprocess.DEVNULL)
    with open("reply.tsr", "rb") as file:
        return file.read()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--answer", default="stamp", choices=["stamp", "error", "redirect", "flood", "page"])
    Handler.answer = parser.parse_args().answer
    server = HTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    sys.exit(main())
