package io.traceops.domain.grouping.stack;

import java.util.Set;

/** The standard library of Python and its package folders; module names for frames that arrive as data. */
final class PythonLibraries {
    static final LibraryTable TABLE = LibraryTable.of(
            Set.of(
                    "aiohttp.",
                    "asyncio.",
                    "botocore.",
                    "boto3.",
                    "celery.",
                    "concurrent.futures.",
                    "django.",
                    "fastapi.",
                    "flask.",
                    "gunicorn.",
                    "httpx.",
                    "importlib.",
                    "kombu.",
                    "multiprocessing.",
                    "numpy.",
                    "pandas.",
                    "psycopg2.",
                    "pydantic.",
                    "redis.",
                    "requests.",
                    "rest_framework.",
                    "socketserver.",
                    "sqlalchemy.",
                    "starlette.",
                    "threading.",
                    "tornado.",
                    "unittest.",
                    "urllib3.",
                    "uvicorn.",
                    "werkzeug.",
                    "wsgiref."),
            Set.of(
                    "site-packages/",
                    "dist-packages/",
                    "lib/python2",
                    "lib/python3",
                    "lib64/python3",
                    "lib/pypy",
                    "python2.7/",
                    // The installers of Windows put the standard library below these
                    "Python37/Lib/",
                    "Python38/Lib/",
                    "Python39/Lib/",
                    "Python310/Lib/",
                    "Python311/Lib/",
                    "Python312/Lib/",
                    "Python313/Lib/",
                    "Python314/Lib/",
                    "Python37/lib/",
                    "Python38/lib/",
                    "Python39/lib/",
                    "Python310/lib/",
                    "Python311/lib/",
                    "Python312/lib/",
                    "Python313/lib/",
                    "Python314/lib/"),
            Set.of("<frozen ", "<string>", "<attrs generated", "<__array_function__", "<decorator-gen-"));

    private PythonLibraries() {}
}
