# visitwatch in a container: `docker compose up` (compose.yaml), or by hand as docs/how-to/container.md says.
# Nothing in it runs as root, and nothing but /data/var and /tmp needs to be writable.

FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY requirements.txt requirements-build.txt ./
# Every package by the hash of its file, as `make setup` installs them.
RUN python -m venv /opt/visitwatch \
    && /opt/visitwatch/bin/pip install --no-cache-dir --require-hashes -r requirements.txt \
    && python -m venv /opt/build \
    && /opt/build/bin/pip install --no-cache-dir --require-hashes -r requirements-build.txt
COPY pyproject.toml README.md ./
COPY monitors monitors
COPY crawler crawler
COPY storage storage
COPY alerts alerts
COPY web web
COPY app app
RUN /opt/build/bin/python -m pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheel . \
    && /opt/visitwatch/bin/pip install --no-cache-dir --no-deps --no-index /wheel/*.whl

FROM python:3.11-slim-bookworm
RUN groupadd --system --gid 10001 visitwatch \
    && useradd --system --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin visitwatch \
    && install --directory --owner 10001 --group 10001 --mode 0750 /data /data/var
COPY --from=build /opt/visitwatch /opt/visitwatch
ENV PATH=/opt/visitwatch/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /data
VOLUME /data/var
USER 10001:10001
EXPOSE 8765
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=1m --timeout=30s --start-period=2m --retries=3 \
    CMD ["visitwatch", "--config", "/data/config.toml", "health"]
ENTRYPOINT ["visitwatch", "--config", "/data/config.toml"]
CMD ["serve"]
