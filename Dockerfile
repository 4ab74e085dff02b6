# Citewell in a container: slim, not root, able to run with a read-only root.
FROM python:3.13-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app
COPY requirements.txt ./
RUN python -m venv /venv && /venv/bin/pip install --require-hashes -r requirements.txt
COPY . .
# The static files stand in the image; nothing of the data folder made here goes with it.
RUN DATA_DIR=/tmp/build CITEWELL_STATIC_DIR=/static /venv/bin/python manage.py collectstatic --noinput --verbosity 0

FROM python:3.13-slim
# Pango writes the leaflets' PDF; a font to write them in.
RUN apt-get update && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 \
    libharfbuzz-subset0 fonts-dejavu-core && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /data citewell && install -d -o citewell -g citewell /data
COPY --from=build /venv /venv
COPY --from=build /app /app
COPY --from=build /static /static
WORKDIR /app
USER citewell
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DATA_DIR=/data CITEWELL_STATIC_DIR=/static CITEWELL_LISTEN=0.0.0.0 PORT=8000 CITEWELL_LOG=json
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["python", "manage.py", "serve"]
