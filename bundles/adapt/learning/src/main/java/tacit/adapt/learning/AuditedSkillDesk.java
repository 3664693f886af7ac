package tacit.adapt.learning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AuditLog;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillChange;
import tacit.api.adapt.SkillDesk;
import tacit.api.adapt.SkillFilesReport;
import tacit.api.adapt.SkillFolders;
import tacit.api.adapt.SkillImport;
import tacit.api.adapt.SkillOffers;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposalReceipt;
import tacit.api.adapt.SkillProposals;
import tacit.api.adapt.SkillReviewReceipt;
import tacit.api.adapt.Skills;
import tacit.api.store.Scope;

/** Writes the audit log, asks the active roles, and lets folders of agents and reports of runs follow. Thread-safe. */
@Component
public final class AuditedSkillDesk implements SkillDesk {

    private final Skills skills;
    private final SkillProposals proposals;
    private final SkillFolders folders;
    private final OfferedChanges changes;
    private final AuditLog audit;

    /** Without it a decision is reported when somebody looks for it. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ProgressRound progress;

    @Activate
    public AuditedSkillDesk(
            @Reference Skills skills,
            @Reference SkillProposals proposals,
            @Reference SkillFolders folders,
            @Reference SkillOffers offers,
            @Reference AuditLog audit) {
        this.skills = skills;
        this.proposals = proposals;
        this.folders = folders;
        this.changes = new OfferedChanges(offers, skills);
        this.audit = audit;
    }

    @Override
    public SkillReviewReceipt approve(
            Scope scope, String proposalId, SkillActor by, @Nullable String skillName, @Nullable String note) {
        SkillReviewReceipt receipt = approved(scope, proposalId, by, skillName, note);
        SkillProposal proposal = receipt.proposal();
        if (!receipt.done() || proposal == null) {
            return receipt;
        }
        String kept = changes.approved(scope, proposal, by).orElse("");
        return new SkillReviewReceipt(true, kept, proposal, folders.sync(scope));
    }

    @Override
    public SkillReviewReceipt approveForProof(
            Scope scope, String proposalId, SkillActor by, @Nullable String skillName, @Nullable String note) {
        if (scope.user().isPresent()) {
            return SkillReviewReceipt.refused(
                    "A skill of one user's own is told that user at once, and no experiment proves it", null);
        }
        return approved(scope, proposalId, by, skillName, note);
    }

    private SkillReviewReceipt approved(
            Scope scope, String proposalId, SkillActor by, @Nullable String skillName, @Nullable String note) {
        write(by, "skill.approve", proposalId, scope);
        SkillProposal proposal = proposals.find(scope, proposalId).orElse(null);
        Optional<String> unnamed = changes.hold(scope, proposal, by);
        return unnamed.isPresent()
                ? SkillReviewReceipt.refused(unnamed.get(), proposal)
                : told(scope, proposals.approve(scope, proposalId, by, skillName, note));
    }

    @Override
    public SkillChange offer(Scope scope, String name, int version, SkillActor by, String reason) {
        write(by, "skill.offer", name + "@" + version, scope);
        Optional<Skill> skill = skills.find(scope, name);
        Optional<String> refusal = scope.user().isPresent()
                ? Optional.of("A skill of one user's own is no part of a generation")
                : changes.has(scope, name, version)
                        ? changes.with(scope, name, version, by, reason)
                        : Optional.of("There is no version " + version + " of skill '" + name + "'");
        return refusal.isPresent()
                ? SkillChange.refused(refusal.get(), skill.orElse(null))
                : followed(scope, new SkillChange(true, "", skill.orElse(null), SkillFilesReport.NOTHING));
    }

    @Override
    public SkillReviewReceipt reject(Scope scope, String proposalId, SkillActor by, String reason) {
        write(by, "skill.reject", proposalId, scope);
        return told(scope, proposals.reject(scope, proposalId, by, reason));
    }

    private SkillReviewReceipt told(Scope scope, SkillReviewReceipt receipt) {
        ProgressRound reports = progress;
        SkillProposal decided = receipt.proposal();
        if (reports != null && receipt.done() && decided != null) {
            reports.reviewed(scope.workspaceId(), decided);
        }
        return receipt;
    }

    @Override
    public SkillChange retire(Scope scope, String name, SkillActor by, String reason) {
        write(by, "skill.retire", name, scope);
        Optional<Skill> skill = skills.find(scope, name);
        Optional<String> offered =
                skill.isEmpty() ? Optional.empty() : changes.without(scope, name, by, "Retires skill " + name);
        return offered.isPresent()
                ? SkillChange.refused(offered.get(), skill.orElse(null))
                : followed(scope, skills.retire(scope, name, by, reason));
    }

    @Override
    public SkillChange rollBack(Scope scope, String name, int version, SkillActor by) {
        write(by, "skill.rollback", name + "@" + version, scope);
        Optional<Skill> before = skills.find(scope, name);
        Optional<String> unnamed = changes.has(scope, name, version) ? changes.hold(scope, by) : Optional.empty();
        if (unnamed.isPresent()) {
            return SkillChange.refused(unnamed.get(), before.orElse(null));
        }
        SkillChange change = skills.rollBack(scope, name, version, by);
        Skill skill = change.skill();
        if (!change.done() || skill == null) {
            return change;
        }
        String why = "Goes back to version " + version + " of skill " + name;
        Optional<String> kept = changes.with(scope, name, skill.current().version(), by, why);
        return kept.isPresent() ? new SkillChange(true, kept.get(), skill, change.files()) : followed(scope, change);
    }

    private SkillChange followed(Scope scope, SkillChange change) {
        return change.done() ? new SkillChange(true, "", change.skill(), folders.sync(scope)) : change;
    }

    @Override
    public SkillFilesReport export(Scope scope, String folder, List<String> names, SkillActor by) {
        write(by, "skill.export", folder, scope);
        return folders.export(scope, folder, names);
    }

    @Override
    public SkillImport importFolder(Scope scope, String folder, SkillActor by) {
        write(by, "skill.import", folder, scope);
        return folders.importFolder(scope, folder);
    }

    @Override
    public SkillProposalReceipt importText(Scope scope, String folderName, String text, SkillActor by) {
        write(by, "skill.import", folderName, scope);
        return folders.importText(scope, folderName, text);
    }

    @Override
    public SkillFilesReport sync(Scope scope, SkillActor by) {
        write(by, "skill.sync", scope.workspaceId(), scope);
        return folders.sync(scope);
    }

    private void write(SkillActor by, String act, String subject, Scope scope) {
        Map<String, String> details = new TreeMap<>(Map.of("workspace", scope.workspaceId()));
        scope.user().ifPresent(user -> details.put("user", user));
        audit.write(by.name(), act, subject, details);
    }
}
