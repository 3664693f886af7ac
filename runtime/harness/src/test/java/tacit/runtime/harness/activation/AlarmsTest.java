package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AlarmsTest {

    private final Alarms alarms = new Alarms();

    @Test
    void keepsOneSentenceForEachSubject() {
        alarms.raise("role one", "try 1");
        alarms.raise("role one", "try 2");
        alarms.raise("role two", "try 1");

        assertThat(alarms.list()).containsExactly("try 2", "try 1");
    }

    @Test
    void endsTheAlarmsOfSubjectsThatBeginSo() {
        alarms.raise("role one", "down");
        alarms.raise("start", "failed");

        alarms.clear("role ");

        assertThat(alarms.list()).containsExactly("failed");
    }
}
