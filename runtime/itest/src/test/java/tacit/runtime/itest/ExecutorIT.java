package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program as a device of the real host: it does a task, is interrupted by a crash, and a shell session outlives that. */
class ExecutorIT {

    @TempDir
    Path data;

    @TempDir
    Path work;

    @BeforeEach
    void configure() throws Exception {
        Path agent = work.resolve("agent.sh");
        Files.writeString(agent, """
                #!/bin/sh
                read -r task
                case "$task" in
                  *sleep*) echo $$ > begun.new; mv begun.new begun; sleep 600 ;;
                  *) echo "did: $task in $TACIT_WORKSPACE"; echo '{"tokens":120}' ;;
                esac
                """);
        Files.setPosixFilePermissions(agent, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path etc = Files.createDirectories(data.resolve("etc"));
        Files.writeString(
                etc.resolve("tacit.pulse.executors.Target~here.properties"),
                "executor = process\nsettings.command = " + agent + "\n");
        Files.writeString(
                etc.resolve("tacit.pulse.executors.Target~broken.properties"),
                "executor = process\npriority = 1\nsettings.command = /no/such/program\n");
    }

    @Test
    void aProgramDoesATaskAndACrashInterruptsAnother() throws Exception {
        long pid;
        try (Tacit host = Tacit.up(data)) {
            Api api = new Api(data);
            api.shell("tacit:workspace attach default " + work);
            assertThat(api.shell("tacit:devices --json")).contains("there is no program '/no/such/program'", "ready");
            assertThat(api.shell("tacit:devices try here 'Count the pumps'")).contains("ex-");
            until(api, "succeeded");
            assertThat(get(api, "/v1/executions?state=succeeded")).contains("\"tokens\":120", "\"device\":\"here\"");
            String shell = api.post(
                            "/v1/shells/it", api.operator(), "{\"command\":\"mkdir -p sub; cd sub; export A=b\"}")
                    .body();
            assertThat(shell).contains("\"exit\":0");
            api.shell("tacit:devices try here 'Now sleep'");
            for (int look = 0; look < 600 && !Files.exists(work.resolve("begun")); look++) {
                api.shell("tacit:devices");
            }
            pid = Long.parseLong(Files.readString(work.resolve("begun")).strip());
            host.kill();
        }
        try (Tacit host = Tacit.up(data)) {
            Api api = new Api(data);
            until(api, "interrupted");
            assertThat(ProcessHandle.of(pid).filter(one -> one.info().command().isPresent()))
                    .isEmpty();
            assertThat(api.post("/v1/shells/it", api.operator(), "{\"command\":\"pwd; echo $A\"}")
                            .body())
                    .contains("/sub\\nb\\n");
            assertThat(host.terminate()).isZero();
        }
    }

    private static String get(Api api, String path) throws Exception {
        HttpResponse<String> answer = api.get(path, api.operator());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static void until(Api api, String wanted) throws Exception {
        String answer = "";
        for (int look = 0; look < 600 && !answer.contains(wanted); look++) {
            answer = get(api, "/v1/executions");
        }
        assertThat(answer).contains(wanted);
    }
}
