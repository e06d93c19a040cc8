# Two images from one build: docker-compose.yml names the target.
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /source
COPY pom.xml ./
COPY shared-events shared-events
COPY transparency-log transparency-log
COPY evidence evidence
COPY event-ledger event-ledger
COPY service service
COPY command-side command-side
COPY query-side query-side
COPY auditor-tool auditor-tool
COPY standalone standalone
COPY benchmarks benchmarks
RUN mvn -B -ntp -DskipTests -pl command-side,query-side -am package

FROM eclipse-temurin:21-jre AS runtime
RUN useradd --system --uid 10001 --home-dir /var/lib/ledger --create-home ledger \
    && install --directory --owner=ledger --mode=0700 /var/lib/ledger/log-pin
USER ledger
WORKDIR /var/lib/ledger
ENV AXONIQ_UPDATE_CHECKER_DISABLED=true \
    SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=8080
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/opt/ledger.jar"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]

FROM runtime AS command-side
COPY --from=build /source/command-side/target/command-side-service.jar /opt/ledger.jar

FROM runtime AS query-side
COPY --from=build /source/query-side/target/query-side-service.jar /opt/ledger.jar
