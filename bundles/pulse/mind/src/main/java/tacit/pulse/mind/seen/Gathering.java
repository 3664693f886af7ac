package tacit.pulse.mind.seen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.execute.Executions;
import tacit.api.learn.FailureClusters;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.LearningsLog;
import tacit.api.pulse.Signals;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionTarget.Kind;
import tacit.api.trace.TraceStore;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.Outlets;
import tacit.pulse.mind.store.Digest;

/** Looks into every source for what is new about a profile's targets. A source that fails is named and passed over. Thread-safe. */
@Component(service = Gathering.class)
public final class Gathering {

    /** How old evidence may be. */
    public static final Duration OLDEST = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(Gathering.class);
    private static final int MOST = 40;

    private final List<Source> sources;
    private final Mind mind;

    @Activate
    public Gathering(
            @Reference Mind mind,
            @Reference Outlets outlets,
            @Reference Clock clock,
            @Reference FailureClusters clusters,
            @Reference CoreTraces cycles,
            @Reference LearningsLog learnings,
            @Reference Executions executions,
            @Reference TraceStore traces,
            @Reference WorkspaceFiles files,
            @Reference Signals signals) {
        this(
                mind,
                List.of(
                        new Clusters(clusters),
                        new CoreCycles(cycles, clock),
                        new Learnt(learnings),
                        new TaskResults(executions, new CodePlaces(files)),
                        new FailedRuns(traces),
                        new Remembered(files),
                        new Told(signals),
                        new Dismissed(outlets),
                        new Standing()));
    }

    public Gathering(Mind mind, List<Source> sources) {
        this.mind = mind;
        this.sources = List.copyOf(sources);
    }

    /** A target and what was seen of it. Immutable. */
    public record Found(String key, Kind kind, String label, List<ReflectionEvidence> evidence) {

        public Found {
            evidence = List.copyOf(evidence);
        }

        /** Of all evidence: the same evidence has the same. */
        public String fingerprint() {
            List<String> parts = evidence.stream()
                    .map(piece -> piece.fingerprint() + "@" + piece.createdAt())
                    .sorted()
                    .toList();
            return Digest.ofAll(parts);
        }
    }

    /** The targets of a profile, of which three are always there. */
    public List<Found> look(AutomationProfile profile) {
        Instant since = mind.now().minus(OLDEST);
        Map<String, List<Sighting>> targets = new LinkedHashMap<>();
        List<Sighting> all = new ArrayList<>();
        sources.forEach(source -> all.addAll(look(source, profile, since)));
        all.forEach(one -> targets.computeIfAbsent(one.targetKey(), key -> new ArrayList<>())
                .add(one));
        List<Found> found = new ArrayList<>();
        found.add(brain(targets));
        found.add(found(
                Keys.workspace(profile.workspaceId()),
                Kind.WORKSPACE,
                "the workspace " + profile.workspaceId(),
                targets));
        found.add(
                found(Keys.role(profile.agentRoleId()), Kind.AGENT_ROLE, "the role " + profile.agentRoleId(), targets));
        targets.values().stream()
                .map(list -> list.get(0))
                .filter(one -> one.kind() != Kind.WORKSPACE && one.kind() != Kind.AGENT_ROLE)
                .forEach(one -> found.add(found(one.targetKey(), one.kind(), one.label(), targets)));
        return found;
    }

    private static List<Sighting> look(Source source, AutomationProfile profile, Instant since) {
        try {
            return source.look(profile, since);
        } catch (RuntimeException e) {
            log.warn("Cannot look into {} for profile {}", source.name(), profile.id(), e);
            return List.of();
        }
    }

    /** The newest of each other target. */
    private Found brain(Map<String, List<Sighting>> targets) {
        List<Sighting> newest = targets.values().stream()
                .flatMap(list -> list.stream().max(Comparator.comparing(Sighting::at)).stream())
                .map(one -> one.about(Keys.BRAIN, Kind.GLOBAL, "everything", ReflectionEvidence.Type.OTHER))
                .toList();
        return found(Keys.BRAIN, Kind.GLOBAL, "everything", Map.of(Keys.BRAIN, newest));
    }

    private Found found(String key, Kind kind, String label, Map<String, List<Sighting>> targets) {
        Map<String, Sighting> once = new LinkedHashMap<>();
        targets.getOrDefault(key, List.of()).stream()
                .sorted(Comparator.comparing(Sighting::at).reversed())
                .forEach(one -> once.putIfAbsent(one.fingerprint(), one));
        List<Sighting> heaviest = once.values().stream()
                .sorted(Comparator.comparingDouble((Sighting one) -> one.type().weight(one.actionable()))
                        .reversed()
                        .thenComparing(Sighting::at, Comparator.reverseOrder())
                        .thenComparing(Sighting::fingerprint))
                .limit(MOST)
                .toList();
        List<ReflectionEvidence> evidence = new ArrayList<>();
        heaviest.forEach(one -> evidence.add(piece(one, evidence.size() + 1)));
        return new Found(key, kind, label, evidence);
    }

    private ReflectionEvidence piece(Sighting one, int number) {
        return new ReflectionEvidence(
                "e" + number,
                one.type(),
                one.actionable(),
                one.type().weight(one.actionable()),
                one.fingerprint(),
                mind.words(one.text(), ReflectionEvidence.LONGEST_TEXT),
                Digest.id(kindOf(one.subject()), one.subject()),
                one.reference(),
                one.at());
    }

    /** Subjects may hold words of people, so that only their kind stays readable. */
    private static String kindOf(String subject) {
        return subject.substring(0, subject.indexOf(':') + 1);
    }
}
