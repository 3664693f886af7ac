package tacit.trigger.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerIngress.Change;
import tacit.api.pulse.TriggerIngress.WatchedFile;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.Urgency;

class FilesTriggerTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Map<String, String> ALL = Map.of("patterns", "**");

    private final FilesTrigger trigger = new FilesTrigger();

    private static TriggerConfiguration with(Map<String, String> options) {
        return new TriggerConfiguration("docs", "files", "w1", null, options);
    }

    private static WatchedFile file(String path, Change change) {
        return new WatchedFile(path, change, NOON, 7, null);
    }

    private List<SignalDraft> read(Map<String, String> options, List<WatchedFile> files) {
        return trigger.read(with(options), new TriggerIngress(NOON, NOON, Map.of(), null, files))
                .signals();
    }

    @Test
    void tr06TellsOnceOfAThousandFiles() {
        List<WatchedFile> files = IntStream.range(100, 1100)
                .mapToObj(i -> file("docs/" + i + ".md", i < 105 ? Change.NEW : Change.CHANGED))
                .toList();

        List<SignalDraft> drafts = read(Map.of("patterns", "docs/**"), files);

        assertThat(drafts).hasSize(1);
        assertThat(drafts.get(0).reason()).isEqualTo("Files changed: 1000 files: 5 new, 995 changed");
        assertThat(drafts.get(0).payload()).containsEntry("more", "990").containsEntry("new", "5");
        assertThat(drafts.get(0).payload().get("paths").lines()).hasSize(10).startsWith("docs/100.md");
    }

    @Test
    void tr06IsTheSameSignalWhateverChanges() {
        SignalDraft one = read(ALL, List.of(file("a", Change.NEW))).get(0);
        SignalDraft two = read(ALL, List.of(file("b", Change.REMOVED))).get(0);

        assertThat(one.fingerprint()).isEqualTo(two.fingerprint()).isEqualTo("files:docs");
        assertThat(two.reason()).isEqualTo("Files changed: 1 file: 1 removed");
        assertThat(two.payload()).containsEntry("removed", "1").containsEntry("paths", "b");
    }

    @Test
    void tellsNothingOfFilesThatStayedAsTheyAre() {
        assertThat(read(ALL, List.of(file("a", Change.NONE)))).isEmpty();
        assertThat(read(ALL, List.of())).isEmpty();
    }

    @Test
    void saysHowMuchItWeighs() {
        List<WatchedFile> changed = List.of(file("a", Change.CHANGED));
        Map<String, String> options = Map.of(
                "patterns",
                "**",
                "family",
                "maintenance",
                "urgency",
                "high",
                "confidence",
                "0.9",
                "reason",
                "Orders came");

        SignalDraft usual = read(ALL, changed).get(0);
        SignalDraft urgent = read(options, changed).get(0);

        assertThat(usual.family()).isEqualTo(SignalFamily.AWARENESS_SIGNAL);
        assertThat(usual.source()).isEqualTo(SignalSource.FILES);
        assertThat(usual.urgency()).isEqualTo(Urgency.LOW);
        assertThat(usual.confidence()).isEqualTo(.5);
        assertThat(urgent.family()).isEqualTo(SignalFamily.MAINTENANCE);
        assertThat(urgent.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(urgent.confidence()).isEqualTo(.9);
        assertThat(urgent.reason()).isEqualTo("Orders came: 1 file: 1 changed");
    }

    @Test
    void asksForChangesOfItsPatternsAlone() {
        TriggerPlan plan = trigger.plan(with(Map.of("patterns", "docs/**, *.md,")));

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.files()).containsExactly("docs/**", "*.md");
        assertThat(plan.content()).isFalse();
        assertThat(plan.every()).isNull();
        assertThat(plan.requests()).isFalse();
    }

    @Test
    void refusesToWatchNothing() {
        assertThat(trigger.plan(with(Map.of())).problems()).containsExactly("patterns must be given");
        assertThat(trigger.plan(with(Map.of("patterns", "a", "paths", "b"))).problems())
                .containsExactly(
                        "option 'paths' is unknown: files knows confidence, family, patterns, reason, urgency");
        assertThat(read(Map.of(), List.of(file("a", Change.NEW)))).isEmpty();
    }
}
