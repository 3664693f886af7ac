package tacit.runtime.harness.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tacit.api.harness.HarnessView;
import tacit.api.ingest.TraceSource;
import tacit.api.learn.FailureTemplates;

class PinnedViewTest {

    private final Facades facades = Hens.facades();
    private final FailureTemplates service = (message, input) -> "first " + message;

    @Test
    void staysWithItsGeneration() {
        Hens.flip(facades, 1, Hens.seat(service));
        try (HarnessView view = facades.view()) {
            FailureTemplates provider = view.provider(Hens.ROLE, FailureTemplates.class);
            Hens.flip(facades, 2, Hens.seat((message, input) -> "second"));

            assertThat(view.generation()).isEqualTo(1);
            assertThat(provider.template("hen", null)).isEqualTo("first hen");
            assertThat(facades.statuses(List.of()).get(0).calls()).isEqualTo(1);
        }
    }

    @Test
    void keepsADrainWaitingUntilItIsClosed() throws InterruptedException {
        Hens.flip(facades, 1, Hens.seat(service));
        HarnessView view = facades.view();
        Retirement retirement = Hens.flip(facades, 2, Hens.seat((message, input) -> "second"));

        assertThat(retirement.drain(Duration.ofMillis(1))).isFalse();
        assertThat(retirement.remaining().get(0).views()).isEqualTo(1);

        view.close();
        assertThat(retirement.drain(Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void keepsWhatALaterFlipRetires() throws InterruptedException {
        Seat staying = Hens.seat("staying", service);
        Hens.flip(facades, 1, Hens.seat(service), staying);
        HarnessView view = facades.view();
        Hens.flip(facades, 2, Hens.seat((message, input) -> "second"), staying);

        Retirement later = Hens.flip(facades, 3);

        assertThat(later.drain(Duration.ofMillis(1))).isFalse();
        assertThat(view.provider("staying", FailureTemplates.class).template("hen", null))
                .isEqualTo("first hen");
        view.close();
        assertThat(later.drain(Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void refusesCallsAfterItWasClosed() {
        Hens.flip(facades, 1, Hens.seat(service));
        HarnessView view = facades.view();
        FailureTemplates provider = view.provider(Hens.ROLE, FailureTemplates.class);
        view.close();
        view.close();

        assertThatThrownBy(() -> provider.template("hen", null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot use the view of generation 1: it is closed");
        assertThatThrownBy(() -> view.provider(Hens.ROLE, FailureTemplates.class))
                .isInstanceOf(IllegalStateException.class);
        assertThat(view.generation()).isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotShow() {
        facades.facade("empty", FailureTemplates.class);
        Hens.flip(facades, 1, Hens.seat(service));
        try (HarnessView view = facades.view()) {
            assertThatThrownBy(() -> view.provider("hen", FailureTemplates.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'hen'");
            assertThatThrownBy(() -> view.provider(Hens.ROLE, TraceSource.class))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> view.provider("empty", FailureTemplates.class))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Role 'empty' has no provider");
        }
    }

    @Test
    void neverGivesTheProviderItself() {
        Hens.flip(facades, 1, Hens.seat(service));
        try (HarnessView view = facades.view()) {
            FailureTemplates provider = view.provider(Hens.ROLE, FailureTemplates.class);

            assertThat(provider).isNotSameAs(service);
            assertThat(Set.of(provider)).contains(provider);
            assertThat(provider.toString()).isEqualTo("Provider of role 'failure-template' in generation 1");
        }
    }
}
