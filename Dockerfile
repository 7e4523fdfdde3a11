# The command in a container: the tarball that scripts/package leaves in out/, on a small Debian, since glibc is what it needs.
#   scripts/package && docker build -t copydesk .
#   docker run --rm -i copydesk --in jsonl - < docs.jsonl > records.jsonl
#   docker run --rm -v "$PWD/news:/data:ro" copydesk . > records.jsonl
FROM debian:bookworm-slim
ADD out/copydesk-*-linux-*.tar.xz /opt/
RUN ln -s /opt/copydesk-*/bin/copydesk /usr/local/bin/copydesk && copydesk --version
WORKDIR /data
# Documents are what strangers wrote; whoever reads them needs no rights.
USER nobody
ENTRYPOINT ["copydesk"]
