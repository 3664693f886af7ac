package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AuditEntry;
import tacit.api.http.HttpProblem;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.openapi.Conformance;

class AuditResourceTest {

    private final ListAuditLog log = new ListAuditLog();
    private final AuditResource resource = new AuditResource(log);

    @BeforeEach
    void act() {
        wrote(1, "2026-03-01T10:00:00Z", "ada", "memory.delete", "m1");
        wrote(2, "2026-03-02T10:00:00Z", "ben", "memory.purge", "all");
        wrote(3, "2026-03-03T10:00:00Z", "ada", "cluster.dismiss", "c1");
    }

    private void wrote(long number, String at, String actor, String action, String subject) {
        log.entries.add(new AuditEntry(number, Instant.parse(at), actor, action, subject, Map.of("from", "127.0.0.1")));
    }

    private List<Long> found(FakeCall call) {
        JsonNode answer = Conformance.answer(resource, call);
        return answer.get("rows").findValues("sequence").stream()
                .map(JsonNode::asLong)
                .toList();
    }

    @Test
    void listsTheNewestFirstByPages() {
        assertThat(found(new FakeCall())).containsExactly(3L, 2L, 1L);
        assertThat(found(new FakeCall().asking("limit", "1").asking("offset", "1")))
                .containsExactly(2L);
    }

    @ParameterizedTest
    @CsvSource({
        "actor, ada, 3 1",
        "action, memory., 2 1",
        "subject, c1, 3",
        "since, 2026-03-02T10:00:00Z, 3 2",
        "actor, nobody, ''"
    })
    void findsWhatIsAskedFor(String name, String value, String numbers) {
        assertThat(found(new FakeCall().asking(name, value)))
                .map(String::valueOf)
                .isEqualTo(numbers.isEmpty() ? List.of() : List.of(numbers.split(" ")));
    }

    @Test
    void wantsAllThatIsAskedForAtOnce() {
        assertThat(found(new FakeCall().asking("actor", "ada").asking("action", "memory.")))
                .containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource({"since, yesterday, time", "who, ada, Known parameters", "limit, 0, limit"})
    void refusesWhatItCannotRead(String name, String value, String reason) {
        assertThatThrownBy(() -> resource.handle(new FakeCall().asking(name, value)))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400))
                .hasMessageContaining(reason);
    }
}
