package tacit.surface.shell.attached;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import tacit.api.adapt.Setting;
import tacit.api.adapt.Settings;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiments;
import tacit.api.generation.Candidate;
import tacit.api.generation.Generations;
import tacit.api.generation.Staging;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.EvalCase;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/** Names of things that are there now, for commands that take one; nothing where a service is not there. Thread-safe. */
@Component(service = LiveIds.class)
public final class LiveIds {

    private static final PageRequest SOME = PageRequest.first(50);
    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    private final BundleContext context;

    @Activate
    public LiveIds(BundleContext context) {
        this.context = context;
    }

    /** What a command could be told next: the newest fifty of what it is about, or the names of its setting. */
    List<String> of(String command, List<String> words) {
        return switch (command) {
            case "trace", "triage" ->
                all(TraceStore.class, store -> store.list(SCOPE, TraceFilter.ALL, SOME).rows().stream()
                        .map(Trace::id));
            case "cluster" ->
                all(FailureClusters.class, clusters -> clusters.list(SCOPE, ClusterFilter.ALL, SOME).rows().stream()
                        .map(FailureCluster::id));
            case "experiment", "shadow", "gate" ->
                all(Experiments.class, experiments -> experiments.list(SCOPE, Set.of(), SOME).rows().stream()
                        .map(Experiment::id));
            case "eval" ->
                all(EvalCases.class, cases -> cases.list(SCOPE, SOME).rows().stream()
                        .map(EvalCase::id));
            case "generation", "rollback", "diff" ->
                all(Generations.class, generations -> generations.list().stream()
                        .map(generation -> String.valueOf(generation.number())));
            case "activate", "discard" ->
                all(Staging.class, staging -> staging.candidates().stream().flatMap(LiveIds::names));
            case "pulse", "profiles", "tuning" ->
                all(AutomationProfiles.class, profiles -> profiles.active().stream()
                        .map(AutomationProfile::id));
            case "settings", "scr:info" -> all(Settings.class, settings -> names(settings.list(null), words));
            default -> List.of();
        };
    }

    private static Stream<String> names(Candidate candidate) {
        return Optional.ofNullable(candidate.facts())
                .map(facts -> Stream.of(facts.symbolicName() + "@" + facts.version()))
                .orElseGet(() -> Stream.of(candidate.sha256()));
    }

    private static Stream<String> names(List<Setting> settings, List<String> words) {
        return words.isEmpty()
                ? settings.stream().map(Setting::pid)
                : settings.stream()
                        .filter(setting -> setting.pid().equals(words.get(0)))
                        .map(Setting::key);
    }

    /** Names of something. */
    @FunctionalInterface
    private interface Names<T> {

        Stream<String> of(T service);
    }

    private <T> List<String> all(Class<T> type, Names<T> names) {
        ServiceReference<T> reference = context.getServiceReference(type);
        T service = reference == null ? null : context.getService(reference);
        if (service == null) {
            return List.of();
        }
        try {
            return names.of(service).distinct().toList();
        } catch (RuntimeException cannotTell) {
            // Completion is a convenience: the command itself will say what is wrong
            return List.of();
        } finally {
            context.ungetService(reference);
        }
    }
}
