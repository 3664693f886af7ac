package tacit.memory.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tacit.api.memory.ExternalTurn;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

class MirrorLoopTest {

    private final FakeMemory memory = new FakeMemory("far") {
        @Override
        public boolean mirrors() {
            throw new IllegalStateException("It is away");
        }
    };

    @EachDatabase
    void goesOnAfterALookThatFails(Database database) throws InterruptedException {
        Outside host = new Outside(database, new MovingClock(), "off", memory);
        MirrorLoop loop = new MirrorLoop(host.mirror, host.texts, config(3600));

        assertThatCode(loop::pass).doesNotThrowAnyException();
        loop.stop();
        loop.pass();

        assertThat(memory.notes).isEmpty();
    }

    @EachDatabase
    void hasNotesForgottenThatCouldNotBeBefore(Database database) throws InterruptedException {
        FakeMemory near = new FakeMemory("near");
        MovingClock clock = new MovingClock();
        Outside host = new Outside(database, clock, "off", near);
        host.asked.syncTurn(new ExternalTurn("w", "ada", null, null, List.of("Likes tea")));
        near.broken = true;
        host.texts.forgetUser(new Scope("w", "ada"));
        near.broken = false;
        clock.pass(Duration.ofMinutes(1));
        MirrorLoop loop = new MirrorLoop(host.mirror, host.texts, config(3600));

        loop.pass();
        loop.stop();

        assertThat(near.texts).isEmpty();
    }

    @EachDatabase
    void looksFromTheFirstMemoryOn(Database database) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        FakeMemory patient = new FakeMemory("far") {
            @Override
            public boolean enabled() {
                asked.countDown();
                return false;
            }
        };
        Outside host = new Outside(database, new MovingClock(), "off", patient);
        MirrorLoop loop = new MirrorLoop(host.mirror, host.texts, config(3600));

        loop.addMemory(patient);
        loop.addMemory(memory);

        assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
        loop.removeMemory(memory);
        loop.stop();
    }

    @EachDatabase
    void refusesADelayOutsideItsBounds(Database database) {
        Outside host = new Outside(database, new MovingClock(), "off", memory);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MirrorLoop(host.mirror, host.texts, config(0)))
                .withMessage("delay.seconds must be in [1, 3600], got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new MirrorLoop(host.mirror, host.texts, config(3601)));
    }

    private static MirrorLoop.Config config(int seconds) {
        return Configurations.of(MirrorLoop.Config.class, Map.of("delay_seconds", seconds));
    }
}
