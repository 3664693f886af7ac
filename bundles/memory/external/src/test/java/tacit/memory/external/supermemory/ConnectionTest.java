package tacit.memory.external.supermemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.runtime.testkit.MovingClock;

class ConnectionTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Key KEY = Key.find("", "SM", Map.of("SM", FakeService.KEY));

    private final MovingClock clock = new MovingClock();
    private FakeService service;
    private Connection connection;

    @BeforeEach
    void start() throws IOException {
        service = new FakeService();
        connection = new Connection(service.address(), KEY, clock);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void sendsTheKeyAndReadsTheAnswer() {
        service.answer("/v4/x", "{\"a\":1}");

        assertThat(post("/v4/x")).isEqualTo(1);

        assertThat(service.asked.get(0).authorization()).isEqualTo("Bearer " + FakeService.KEY);
        assertThat(service.asked.get(0).body()).isEqualTo("{\"q\":\"tea\"}");
    }

    @Test
    void followsNobodyElsewhere() throws IOException {
        try (FakeService elsewhere = new FakeService()) {
            service.status = 307;
            service.location = elsewhere.address() + "/stolen";

            assertThatThrownBy(() -> post("/v4/x")).isInstanceOf(UncheckedIOException.class);

            assertThat(elsewhere.asked).isEmpty();
        }
    }

    @Test
    void opensAfterThreeFailuresWithinFiveMinutesAndClosesAfterTen() {
        service.status = 500;
        fail();
        clock.pass(Duration.ofMinutes(2));
        fail();
        assertThat(connection.pausedUntil()).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        fail();

        assertThat(connection.pausedUntil()).contains(clock.instant().plus(Duration.ofMinutes(10)));
        assertThatIllegalStateException().isThrownBy(() -> post("/v4/x")).withMessageContaining("too often");
        assertThat(service.asked).hasSize(3);

        service.status = 200;
        clock.pass(Duration.ofMinutes(10));
        post("/v4/x");
        assertThat(service.asked).hasSize(4);
    }

    @Test
    void staysClosedWhileFailuresAreFarApart() {
        service.status = 503;
        for (int i = 0; i < 5; i++) {
            fail();
            clock.pass(Duration.ofMinutes(3));
        }

        assertThat(connection.pausedUntil()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void countsAQuestionThatMakesNoSenseAsNobodysFailure(int status) {
        service.status = status;
        for (int i = 0; i < 3; i++) {
            assertThatIllegalStateException().isThrownBy(() -> post("/v4/x"));
        }

        assertThat(connection.pausedUntil()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500})
    void countsWhatAllQuestionsMeetAsAFailure(int status) {
        service.status = status;
        fail();
        fail();
        fail();

        assertThat(connection.pausedUntil()).isPresent();
    }

    @Test
    void waitsNoLongerThanItMay() {
        service.silent = true;

        assertThatThrownBy(() -> connection.post("/v4/x", Map.of(), SHORT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageNotContaining(FakeService.KEY);
    }

    @Test
    void refusesAnAnswerWithoutAnEnd() {
        service.answer("/v4/x", "\"" + "x".repeat(2 << 20) + "\"");

        assertThatThrownBy(() -> post("/v4/x"))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("longer than");
    }

    @Test
    void refusesAnAnswerThatIsNoJson() {
        service.answer("/v4/x", "<html>");

        assertThatThrownBy(() -> post("/v4/x")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void saysThatNobodyIsThereWithoutTheKey() {
        service.close();

        assertThatThrownBy(() -> post("/v4/x"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageNotContaining(FakeService.KEY);
    }

    @Test
    void takesWhatIsNotThereForDeleted() {
        service.status = 404;

        connection.delete("/v3/documents/d1", null, Connection.USUAL);

        assertThat(service.asked.get(0).method()).isEqualTo("DELETE");
        assertThat(connection.pausedUntil()).isEmpty();
    }

    private void fail() {
        assertThatThrownBy(() -> post("/v4/x")).isInstanceOf(UncheckedIOException.class);
    }

    private int post(String path) {
        return connection
                .post(path, Map.of("q", "tea"), Connection.USUAL)
                .path("a")
                .asInt();
    }
}
