package tacit.learn.proposers.tuning;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Proposer;
import tacit.api.generation.Artifact;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ProfileSettings;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trust.BundleTrust;
import tacit.learn.proposers.Checked;
import tacit.learn.proposers.RoleCases;
import tacit.learn.proposers.StoredProposers;
import tacit.learn.proposers.settings.Tries;

/**
 * Proposes the cooldown, budget or cadence of a profile that mends most of the older cases of the heartbeat and breaks none.
 * Thread-safe.
 */
@Component(service = Proposer.class)
@Designate(ocd = TuningProposer.Config.class)
public final class TuningProposer implements Proposer {

    static final String NAME = "profile-tuning";
    private static final Duration KEPT = Duration.ofDays(90);

    private final Generations generations;
    private final Artifacts artifacts;
    private final BundleTrust trust;
    private final ReplayCases cases;
    private final AutomationProfiles profiles;
    private final Families families;
    private final List<Evaluator> evaluators;
    private final Tries tries;
    private final TuningSearch.Rules rules;
    private final String evaluator;
    private final int mostCases;

    /** How much is tried. */
    @ObjectClassDefinition(name = "Tacit tuning of profiles")
    public @interface Config {

        @AttributeDefinition(description = "Which evaluator asks the older cases, by its name")
        String evaluator() default "replay";

        @AttributeDefinition(
                description = "Older cases that are asked, the newest first, in [1, 10000]",
                min = "1",
                max = "10000")
        int most_cases() default 200;

        @AttributeDefinition(description = "Values that are tried in one round, in [1, 1000]", min = "1", max = "1000")
        int most_candidates() default 24;

        @AttributeDefinition(
                description = "Older cases that a value must mend, while it breaks none, in [1, 1000]",
                min = "1",
                max = "1000")
        int least_mended() default 3;
    }

    @Activate
    public TuningProposer(
            @Reference Generations generations,
            @Reference Artifacts artifacts,
            @Reference BundleTrust trust,
            @Reference ReplayCases cases,
            @Reference AutomationProfiles profiles,
            @Reference FailureClusters clusters,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<Evaluator> evaluators,
            @Reference Database database,
            Config config) {
        this.generations = generations;
        this.artifacts = artifacts;
        this.trust = trust;
        this.cases = cases;
        this.profiles = profiles;
        this.families = new Families(clusters);
        this.evaluators = List.copyOf(evaluators);
        database.migrate(StoredProposers.OWNER, StoredProposers.class);
        tries = new Tries(database);
        evaluator = config.evaluator();
        mostCases = Checked.within("most.cases", config.most_cases(), 1, 10_000);
        rules = new TuningSearch.Rules(
                Checked.within("most.candidates", config.most_candidates(), 1, 1_000),
                Checked.within("least.mended", config.least_mended(), 1, 1_000));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer propose(Scope scope, Context context) {
        Optional<Evaluator> asks =
                evaluators.stream().filter(one -> one.name().equals(evaluator)).findFirst();
        if (asks.isEmpty()) {
            return Answer.nothing("No evaluator has the name '" + evaluator + "'");
        }
        Optional<Generation> active = generations.active();
        Optional<TuningSetting> setting = active.flatMap(this::setting);
        if (active.isEmpty() || setting.isEmpty()) {
            return Answer.nothing("Nothing that fills role heartbeat has a setting for it");
        }
        if (context.claimed(setting.get().place()) || context.claimed("role:" + TuningSetting.ROLE)) {
            return Answer.nothing(
                    "An experiment under way claims " + setting.get().place());
        }
        tries.forgetBefore(context.now().minus(KEPT));
        List<ReplayCase> older = RoleCases.of(cases, scope, TuningSetting.ROLE).older(context.now());
        return search(scope, context, asks.get(), active.get(), setting.get(), older);
    }

    private Optional<TuningSetting> setting(Generation active) {
        Artifact bundle = active.roles().get(TuningSetting.ROLE);
        if (bundle == null || !artifacts.contains(bundle.sha256())) {
            return Optional.empty();
        }
        return Optional.ofNullable(trust.examine(
                                artifacts.read(bundle.sha256()),
                                artifacts.statement(bundle.sha256()).orElse(null),
                                BundleTrust.Moment.START)
                        .facts())
                .flatMap(facts -> TuningSetting.of(active, facts));
    }

    private Answer search(
            Scope scope,
            Context context,
            Evaluator asks,
            Generation active,
            TuningSetting setting,
            List<ReplayCase> older) {
        List<ReplayCase> asked = older.subList(0, Math.min(older.size(), mostCases));
        String situation = Tries.situation(active, TuningSetting.ROLE, List.of(setting.pid()), asked);
        TuningSearch search =
                new TuningSearch(scope.workspaceId(), setting, asked, situation, context, tries, asks, rules);
        boolean cadence =
                asked.stream().anyMatch(one -> one.situation().method().startsWith("tuning("));
        List<AutomationProfile> concerned = concerned(scope, asked);
        try {
            concerned.forEach(profile -> search.run(candidates(setting, profile), cadence));
        } catch (IllegalStateException e) {
            return new Answer(List.of(), search.asked(), List.of(String.valueOf(e.getMessage())));
        }
        String tried =
                search.tried() + " values of " + concerned.size() + " profiles on " + asked.size() + " older cases";
        return search.best()
                .map(best -> new Answer(
                        List.of(search.proposal(
                                best.value(),
                                "Of " + tried + " it mends most: " + best.mended() + ", and breaks none",
                                family(scope, setting, concerned, best).orElse(null))),
                        search.asked(),
                        List.of()))
                .orElseGet(() -> new Answer(List.of(), search.asked(), List.of(whyNot(search, tried))));
    }

    private static String whyNot(TuningSearch search, String tried) {
        return search.hopeless()
                ? "Too few older cases of role heartbeat fail"
                : "None of " + tried + " mends enough that fail and breaks none";
    }

    private Optional<String> family(
            Scope scope, TuningSetting setting, List<AutomationProfile> concerned, TuningSearch.Rated best) {
        return concerned.stream()
                .filter(profile -> profile.id().equals(best.value().profileId()))
                .findFirst()
                .flatMap(profile -> families.against(
                        scope, counts(setting, profile), best.value().over(profile.settings())));
    }

    /** Profiles of the workspace that older cases name, with what scopes say of those that act; most cases first. */
    private List<AutomationProfile> concerned(Scope scope, List<ReplayCase> asked) {
        return profiles.list(scope.workspaceId()).stream()
                .filter(profile -> named(profile, asked) > 0)
                .sorted(Comparator.comparingLong((AutomationProfile profile) -> -named(profile, asked))
                        .thenComparing(AutomationProfile::id))
                .map(profile -> profiles.active().stream()
                        .filter(one -> one.id().equals(profile.id()))
                        .findFirst()
                        .orElse(profile))
                .toList();
    }

    private static long named(AutomationProfile profile, List<ReplayCase> asked) {
        return asked.stream()
                .filter(one -> one.situation().inputs().contains('"' + profile.id() + '"'))
                .count();
    }

    private static Candidates candidates(TuningSetting setting, AutomationProfile profile) {
        return new Candidates(counts(setting, profile), setting.of(profile.id()));
    }

    private static ProfileSettings counts(TuningSetting setting, AutomationProfile profile) {
        return setting.of(profile.id()).over(profile.settings());
    }
}
