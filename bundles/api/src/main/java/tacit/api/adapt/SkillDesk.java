package tacit.api.adapt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/**
 * Where people decide on skills: each act stands in the audit log before it is done, and the folders of agents follow it.
 * Thread-safe. What an act answers is what the role of it answers.
 */
@ProviderType
public interface SkillDesk {

    /** As {@link SkillProposals#approve}. */
    SkillReviewReceipt approve(
            Scope scope, String proposalId, SkillActor by, @Nullable String skillName, @Nullable String note);

    /** As {@link SkillProposals#reject}. */
    SkillReviewReceipt reject(Scope scope, String proposalId, SkillActor by, String reason);

    /** As {@link Skills#retire}. */
    SkillChange retire(Scope scope, String name, SkillActor by, String reason);

    /** As {@link Skills#rollBack}. */
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
