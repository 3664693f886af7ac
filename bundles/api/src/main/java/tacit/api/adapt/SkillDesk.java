package tacit.api.adapt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/**
 * Where people decide on skills: each act stands in the audit log before it is done, and the folders of agents follow it.
 * What agents of a workspace are told of changes by generations alone; what is one user's own is told that user at once.
 * Thread-safe. What an act answers is what the role of it answers.
 */
@ProviderType
public interface SkillDesk {

    /**
     * As {@link SkillProposals#approve}; what is approved is offered at once, by a generation of the operator's own. When there
     * can be none, the skill is kept, not offered, and the receipt says why.
     */
    SkillReviewReceipt approve(
            Scope scope, String proposalId, SkillActor by, @Nullable String skillName, @Nullable String note);

    /** As {@link SkillProposals#approve}; agents are not told of it until an experiment has proved it, or {@link #offer}. */
    SkillReviewReceipt approveForProof(
            Scope scope, String proposalId, SkillActor by, @Nullable String skillName, @Nullable String note);

    /**
     * Tells agents of a version of a skill that is there, by a generation of the operator's own.
     *
     * @return refused when there is no such version, or no such generation can be
     */
    SkillChange offer(Scope scope, String name, int version, SkillActor by, String reason);

    /** As {@link SkillProposals#reject}. */
    SkillReviewReceipt reject(Scope scope, String proposalId, SkillActor by, String reason);

    /** As {@link Skills#retire}, after a generation without it is in force. */
    SkillChange retire(Scope scope, String name, SkillActor by, String reason);

    /** As {@link Skills#rollBack}; that version is offered, by a generation of the operator's own. */
    SkillChange rollBack(Scope scope, String name, int version, SkillActor by);

    /** As {@link SkillFolders#export}. */
    SkillFilesReport export(Scope scope, String folder, List<String> names, SkillActor by);

    /** As {@link SkillFolders#importFolder}. */
    SkillImport importFolder(Scope scope, String folder, SkillActor by);

    /** As {@link SkillFolders#importText}. */
    SkillProposalReceipt importText(Scope scope, String folderName, String text, SkillActor by);

    /** As {@link SkillFolders#sync}. */
    SkillFilesReport sync(Scope scope, SkillActor by);
}
