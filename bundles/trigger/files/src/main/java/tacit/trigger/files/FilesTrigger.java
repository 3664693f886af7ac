package tacit.trigger.files;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerIngress.Change;
import tacit.api.pulse.TriggerIngress.WatchedFile;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerReading;
import tacit.api.pulse.Urgency;
import tacit.trigger.words.Options;

/** Tells that files changed: once for all that changed together, with numbers and a few paths. Immutable. */
@Component(property = Role.PROPERTY + "=trigger/files")
public final class FilesTrigger implements Trigger {

    private static final int MOST_PATHS = 10;

    /** What an operator asked for. */
    private record Watch(
            List<String> patterns,
            String subject,
            SignalFamily family,
            Urgency urgency,
            double confidence,
            List<String> problems) {}

    @Override
    public TriggerPlan plan(TriggerConfiguration configuration) {
        Watch watch = watch(configuration);
        return new TriggerPlan(watch.problems(), null, watch.patterns(), false, false, List.of());
    }

    @Override
    public TriggerReading read(TriggerConfiguration configuration, TriggerIngress ingress) {
        Watch watch = watch(configuration);
        List<WatchedFile> changed = ingress.files().stream()
                .filter(file -> file.change() != Change.NONE)
                .toList();
        if (changed.isEmpty() || !watch.problems().isEmpty()) {
            return TriggerReading.nothing(ingress);
        }
        Map<Change, Long> numbers = changed.stream()
                .collect(Collectors.groupingBy(
                        WatchedFile::change, () -> new EnumMap<>(Change.class), Collectors.counting()));
        SignalDraft draft = SignalDraft.of(
                        configuration.workspaceId(),
                        watch.family(),
                        SignalSource.FILES,
                        reason(watch, changed.size(), numbers))
                .withUrgency(watch.urgency(), watch.confidence())
                // Whatever changes next is told of the same: one signal grows, however many files there are
                .withFingerprint("files:" + configuration.id())
                .withPayload(payload(changed, numbers));
        return new TriggerReading(List.of(draft), ingress.memory());
    }

    private static String reason(Watch watch, int all, Map<Change, Long> numbers) {
        StringJoiner words = new StringJoiner(", ", ": ", "");
        numbers.forEach((change, count) -> words.add(count + " " + word(change)));
        return watch.subject() + (all == 1 ? ": 1 file" : ": " + all + " files") + words;
    }

    private static Map<String, String> payload(List<WatchedFile> changed, Map<Change, Long> numbers) {
        Map<String, String> payload = new TreeMap<>();
        numbers.forEach((change, count) -> payload.put(word(change), String.valueOf(count)));
        payload.put(
                "paths",
                changed.stream().limit(MOST_PATHS).map(WatchedFile::path).collect(Collectors.joining("\n")));
        if (changed.size() > MOST_PATHS) {
            payload.put("more", String.valueOf(changed.size() - MOST_PATHS));
        }
        return payload;
    }

    private static String word(Change change) {
        return switch (change) {
            case NONE -> "unchanged";
            case NEW -> "new";
            case CHANGED -> "changed";
            case REMOVED -> "removed";
        };
    }

    private static Watch watch(TriggerConfiguration configuration) {
        Options options = new Options(configuration);
        options.needed("patterns");
        return new Watch(
                options.list("patterns", ""),
                options.text("reason", "Files changed"),
                options.family(SignalFamily.AWARENESS_SIGNAL),
                options.urgency(Urgency.LOW),
                options.share("confidence", .5),
                options.problems());
    }
}
