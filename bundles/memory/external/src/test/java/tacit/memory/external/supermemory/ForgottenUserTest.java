package tacit.memory.external.supermemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.Audience;
import tacit.api.recall.ToolCall;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.external.Tooling;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

/** What a user's agent let the service remember goes with the user. */
@EachDatabase
class ForgottenUserTest {

    private static final Scope ADA = new Scope("w", "ada");

    private final MovingClock clock = new MovingClock();
    private FakeService service;
    private Tooling host;

    @BeforeEach
    void start(Database database) throws IOException {
        service = new FakeService();
        service.answer("/v4/memories", "{\"documentId\":\"d 1\",\"memories\":[{\"id\":\"mem_1\"}]}");
        Supermemory memory = new Supermemory(
                Settings.of(SettingsTest.config(Map.of("enabled", true, "custom_containers", new String[] {"team"}))),
                Key.find("", "SM", Map.of("SM", FakeService.KEY)),
                clock,
                service.address());
        host = new Tooling(database, clock, "off", memory);
        new SupermemoryRemember(memory, host.sending())
                .call(new ToolCall(
                        ADA,
                        Audience.ofUser("ada"),
                        "t1",
                        new TreeMap<>(Map.of("content", "Likes tea", "container", "team"))));
        service.asked.clear();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void isDeletedByTheIdsThatWereKept() {
        assertThat(host.texts().forgetUser(ADA)).isEqualTo(1);

        assertThat(service.asked)
                .extracting(asked -> asked.method() + " " + asked.path())
                .containsExactly("DELETE /v4/memories", "DELETE /v3/documents/d 1");
        assertThat(service.asked.get(0).json().path("id").asText()).isEqualTo("mem_1");
        assertThat(service.asked.get(0).json().path("containerTag").asText()).isEqualTo("team");
        assertThat(host.texts().leftOf(ADA)).isEmpty();
        assertThat(host.told()).doesNotContain("mem_1", "tea");
    }

    @Test
    void isNamedWhileTheServiceDoesNotDeleteIt() {
        service.status = 500;

        assertThat(host.texts().forgetUser(ADA)).isEqualTo(1);

        assertThat(host.texts().leftOf(ADA)).singleElement().asString().contains("'supermemory'", "1 note", "mem_1");
        service.status = 404;
        clock.pass(Duration.ofMinutes(1));
        host.texts().pass();
        assertThat(host.texts().leftOf(ADA)).isEmpty();
    }
}
