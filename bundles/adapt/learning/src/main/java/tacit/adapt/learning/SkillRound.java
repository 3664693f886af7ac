package tacit.adapt.learning;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.access.AuditLog;
import tacit.api.adapt.Governed;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillPromoter;
import tacit.api.adapt.SkillPromotion;
import tacit.api.adapt.Skills;
import tacit.api.learn.TraceLearner;
import tacit.api.memory.MemoryLearning;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;

/**
 * Counts the skills that a run used, and looks for one to propose after a run that went well, unless learning is switched off
 * altogether. Thread-safe.
 *
 * <p>Only a host that is up is configured with it; a command that runs alone proposes nothing.
 */
@Component(
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true,
        property = {
            Governed.PROPERTY + "=skillProposals|propose||skill.propose",
            Governed.PROPERTY + "=skillUses|count.uses||"
        })
@Designate(ocd = SkillRound.Config.class)
public final class SkillRound implements TraceLearner {

    private static final Logger log = LoggerFactory.getLogger(SkillRound.class);

    /** What becomes of runs. */
    @ObjectClassDefinition(name = "Tacit skills from runs")
    public @interface Config {

        @AttributeDefinition(name = "Propose", description = "Whether skills are proposed from what worked")
        boolean propose() default true;

        @AttributeDefinition(name = "Count uses", description = "Whether runs that used a skill are counted for it")
        boolean count_uses() default true;
    }

    private final TraceStore traces;
    private final Skills skills;
    private final SkillPromoter promoter;
    private final AuditLog audit;
    private final MemoryLearning learning;
    private final boolean proposing;
    private final boolean counting;

    @Activate
    public SkillRound(
            @Reference TraceStore traces,
            @Reference Skills skills,
            @Reference SkillPromoter promoter,
            @Reference AuditLog audit,
            @Reference MemoryLearning learning,
            Config config) {
        this.traces = traces;
        this.skills = skills;
        this.promoter = promoter;
        this.audit = audit;
        this.learning = learning;
        proposing = config.propose();
        counting = config.count_uses();
    }

    @Override
    public void learn(Scope scope, List<String> traceIds) {
        if (!learning.switches().enabled()) {
            log.debug("No skills are counted or proposed in workspace '{}': {}", scope.workspaceId(), Route.OFF);
            return;
        }
        Set<Scope> owners = new HashSet<>();
        for (String id : traceIds) {
            try {
                learn(scope, id, owners);
            } catch (StoreException e) {
                throw e;
            } catch (RuntimeException e) {
                log.warn("Cannot count skills for trace '{}': it is passed over until it changes", id, e);
            }
        }
        owners.forEach(this::propose);
    }

    private void learn(Scope scope, String id, Set<Scope> owners) {
        if (counting) {
            skills.countUse(scope, id);
        }
        if (proposing) {
            traces.find(scope, id)
                    .map(found -> found.trace())
                    .filter(trace -> trace.outcome().label() == OutcomeLabel.SUCCESS)
                    .map(SkillRound::owner)
                    .ifPresent(owners::add);
        }
    }

    /** What is one user's own becomes a skill for that user alone. */
    private static Scope owner(Trace trace) {
        return new Scope(trace.workspaceId(), trace.userId());
    }

    private void propose(Scope owner) {
        try {
            SkillPromotion next = promoter.preview(owner);
            if (next.proposed() && next.patternId() != null) {
                audit.write(
                        SkillActor.HOST.name(),
                        "skill.propose",
                        next.patternId(),
                        Map.of("workspace", owner.workspaceId()));
            }
            if (next.proposed() || !next.passedOver().isEmpty()) {
                SkillPromotion done = promoter.maybePropose(owner);
                log.debug("Proposed '{}' in workspace '{}'", done.proposalId(), owner.workspaceId());
            }
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("Cannot look for skills to propose in workspace '{}'", owner.workspaceId(), e);
        }
    }
}
