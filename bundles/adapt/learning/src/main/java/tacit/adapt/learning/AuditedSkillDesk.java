package tacit.adapt.learning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AuditLog;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillChange;
import tacit.api.adapt.SkillDesk;
import tacit.api.adapt.SkillFilesReport;
import tacit.api.adapt.SkillFolders;
import tacit.api.adapt.SkillImport;
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
    private final AuditLog audit;

    /** Without it a decision is reported when somebody looks for it. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ProgressRound progress;

    @Activate
    public AuditedSkillDesk(
            @Reference Skills skills,
            @Reference SkillProposals proposals,
            @Reference SkillFolders folders,
            @Reference AuditLog audit) {
        this.skills = skills;
        this.proposals = proposals;
        this.folders = folders;
        this.audit = audit;
    }

    @Override
    public SkillReviewReceipt approve(
            Scope scope, String proposalId, SkillActor by, @Nullable String skillName, @Nullable String note) {
        write(by, "skill.approve", proposalId, scope);
        SkillReviewReceipt receipt = told(scope, proposals.approve(scope, proposalId, by, skillName, note));
        return receipt.done() ? new SkillReviewReceipt(true, "", receipt.proposal(), folders.sync(scope)) : receipt;
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
        return followed(scope, skills.retire(scope, name, by, reason));
    }

    @Override
    public SkillChange rollBack(Scope scope, String name, int version, SkillActor by) {
        write(by, "skill.rollback", name + "@" + version, scope);
        return followed(scope, skills.rollBack(scope, name, version, by));
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
