package tacit.adapt.learning;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.Briefing;
import tacit.api.adapt.BriefingRequest;
import tacit.api.adapt.DailyBriefing;
import tacit.api.adapt.Evolution;
import tacit.api.adapt.EvolutionMetricsService;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposals;
import tacit.api.adapt.StateStore;
import tacit.api.adapt.StyleHistory;
import tacit.api.memory.MemoryLearning;
import tacit.api.store.Scope;

/** Brings together the roles that say how learning goes. Thread-safe. */
@Component(service = {Evolution.class, RoleEvolution.class})
public final class RoleEvolution implements Evolution {

    private static final Logger log = LoggerFactory.getLogger(RoleEvolution.class);
    private static final int MOST_PROPOSALS = 1_000;

    private final Clock clock;
    private final StyleShifts shifts;
    private final MemoryLearning learning;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable EvolutionMetricsService metrics;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable DailyBriefing briefings;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable AdaptiveStyleEngine style;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable SkillProposals proposals;

    @Activate
    public RoleEvolution(@Reference StateStore states, @Reference MemoryLearning learning, @Reference Clock clock) {
        this.clock = clock;
        this.learning = learning;
        this.shifts = new StyleShifts(states);
    }

    @Override
    public EvolutionSnapshot snapshot(Scope scope) {
        return needed(metrics, "evolution-metrics").computeSnapshot(scope, styleOf(scope));
    }

    @Override
    public List<EvolutionSnapshot> history(Scope scope, int most) {
        return needed(metrics, "evolution-metrics").history(scope, most);
    }

    @Override
    public Briefing briefing(Scope scope, @Nullable String day) {
        DailyBriefing writer = needed(briefings, "briefing");
        String today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
        String wanted = day == null ? today : day;
        EvolutionSnapshot snapshot = wanted.equals(today) ? measured(scope) : kept(scope, wanted);
        return writer.brief(new BriefingRequest(scope, wanted, snapshot, waiting(scope)));
    }

    /** Keeps the snapshot of the day of a workspace, and of each user whose style is followed there; nothing while learning is off. */
    void keep(String workspace) {
        if (!learning.switches().enabled()) {
            log.debug("No metrics of workspace '{}' are kept: {}", workspace, Route.OFF);
            return;
        }
        EvolutionMetricsService service = needed(metrics, "evolution-metrics");
        Scope all = Scope.ofWorkspace(workspace);
        service.keepSnapshot(all, styleOf(all));
        shifts.users(workspace).forEach(user -> service.keepSnapshot(user, styleOf(user)));
    }

    private StyleHistory styleOf(Scope scope) {
        AdaptiveStyleEngine engine = style;
        try {
            return engine == null ? StyleHistory.NONE : shifts.history(engine, scope, clock.instant());
        } catch (IllegalStateException e) {
            log.debug("Nothing is known of the style in workspace '{}'", scope.workspaceId(), e);
            return StyleHistory.NONE;
        }
    }

    /** A briefing without metrics is better than none. */
    private @Nullable EvolutionSnapshot measured(Scope scope) {
        try {
            return snapshot(scope);
        } catch (IllegalStateException e) {
            log.debug("No metrics for a briefing of workspace '{}'", scope.workspaceId(), e);
            return null;
        }
    }

    private @Nullable EvolutionSnapshot kept(Scope scope, String day) {
        return history(scope, EvolutionMetricsService.MOST).stream()
                .filter(one -> one.computedAt().toString().startsWith(day))
                .findFirst()
                .orElse(null);
    }

    private SortedMap<String, Long> waiting(Scope scope) {
        SortedMap<String, Long> waiting = new TreeMap<>();
        SkillProposals asked = proposals;
        try {
            if (asked != null) {
                long open = asked.list(scope, SkillProposal.Status.PENDING, MOST_PROPOSALS)
                        .size();
                waiting.put("skill proposals", open);
            }
        } catch (IllegalStateException e) {
            log.debug("No proposals for a briefing of workspace '{}'", scope.workspaceId(), e);
        }
        return waiting;
    }

    private static <T> T needed(@Nullable T role, String name) {
        if (role == null) {
            throw new IllegalStateException("Role '" + name + "' has no provider");
        }
        return role;
    }
}
