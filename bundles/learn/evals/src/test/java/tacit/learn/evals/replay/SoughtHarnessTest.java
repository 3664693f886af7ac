package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Harness;

class SoughtHarnessTest {

    private int sought;
    private @Nullable Harness there;
    private final SoughtHarness harness = new SoughtHarness(() -> {
        sought++;
        return there;
    });

    private static Harness alarmed() {
        return (Harness) Proxy.newProxyInstance(
                Harness.class.getClassLoader(),
                new Class<?>[] {Harness.class},
                (self, method, given) -> switch (method.getName()) {
                    case "alarms" -> List.of("one");
                    case "unrecorded" -> 7L;
                    case "roles" -> List.of();
                    default -> null;
                });
    }

    @Test
    void isNotSoughtBeforeItIsAsked() {
        assertThat(sought).isZero();
    }

    @Test
    void saysThatItIsNotThereYetAndIsSoughtAgain() {
        assertThatThrownBy(harness::roles)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The harness is not there yet");

        there = alarmed();

        assertThat(harness.alarms()).containsExactly("one");
        assertThat(harness.unrecorded()).isEqualTo(7);
        assertThat(harness.roles()).isEmpty();
        assertThat(sought).isEqualTo(2);
    }
}
