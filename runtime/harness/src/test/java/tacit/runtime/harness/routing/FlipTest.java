package tacit.runtime.harness.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import tacit.api.harness.HarnessView;
import tacit.api.harness.Role;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.testkit.BundleJar;

class FlipTest {

    private final Barn barn = new Barn();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    @AfterEach
    void stop() {
        leave.countDown();
        barn.close();
    }

    @Test
    void reportsAStuckCallAndLeavesItRunning() throws InterruptedException {
        Bundle bundle = fillWithHanging();
        Thread caller = new Thread(() -> facade().template("secret hen", null), "hanging-caller");
        caller.start();
        inside.await();

        Flip flip = barn.router.flip(2, List.of());

        assertThat(flip.drain(Duration.ofMillis(1))).isFalse();
        assertThat(flip.busy(bundle)).isTrue();
        assertThat(flip.stuck())
                .contains("Role 'failure-template' slot A: 1 calls in flight")
                .anySatisfy(line -> assertThat(line)
                        .contains("Role 'failure-template' slot A: thread 'hanging-caller'", "at hen.Hanging.template"))
                .noneSatisfy(line -> assertThat(line).contains("secret"));
        leave.countDown();
        caller.join();
        assertThat(flip.drain(Duration.ofSeconds(60))).isTrue();
        assertThat(flip.stuck()).isEmpty();
    }

    @Test
    void staysBusyOverLaterFlips() throws InterruptedException {
        Bundle bundle = fillWithHanging();
        Thread caller = new Thread(() -> facade().template("hen", null));
        caller.start();
        inside.await();
        barn.router.flip(2, List.of());
        barn.router.flip(3, List.of(barn.provider(Jars.ROLE, "A")));

        Flip last = barn.router.flip(4, List.of());

        assertThat(last.drain(Duration.ofSeconds(60))).isTrue();
        assertThat(last.busy(bundle)).isTrue();
        leave.countDown();
        caller.join();
        assertThat(last.busy(bundle)).isFalse();
    }

    @Test
    void reportsAnOpenView() throws InterruptedException {
        barn.activate(1, Jars.ROLE, "A", Jars.templates("1.0.0", "loud"));
        HarnessView view = barn.router.view();

        Flip flip = barn.activate(2, Jars.ROLE, "B", Jars.templates("1.1.0", "louder"));

        assertThat(flip.drain(Duration.ofMillis(1))).isFalse();
        assertThat(flip.stuck()).contains("Role 'failure-template' slot A: 1 open views");
        view.close();
        assertThat(flip.drain(Duration.ofSeconds(60))).isTrue();
    }

    private FailureTemplates facade() {
        return (FailureTemplates) Objects.requireNonNull(barn.router.facade(Jars.ROLE));
    }

    private Bundle fillWithHanging() {
        barn.framework.register(Runnable.class, this::hang, Map.of());
        Bundle bundle = barn.fill(
                Jars.ROLE,
                "A",
                BundleJar.named("hen.house", "1.0.0")
                        .component(
                                "hen.Hanging",
                                Jars.component(
                                        "hen.Hanging",
                                        FailureTemplates.class.getName(),
                                        Map.of(Role.PROPERTY, Jars.ROLE),
                                        "java.lang.Runnable"))
                        .source("hen.Hanging", """
                                package hen;
                                public final class Hanging implements tacit.api.learn.FailureTemplates {
                                    private final Runnable work;
                                    public Hanging(Runnable work) { this.work = work; }
                                    @Override public String template(String message, String input) {
                                        work.run();
                                        return message;
                                    }
                                }
                                """));
        barn.router.flip(1, List.of(barn.provider(Jars.ROLE, "A")));
        barn.router.declare(DeclaredRole.of(barn.harness));
        return bundle;
    }

    private void hang() {
        inside.countDown();
        try {
            leave.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
