package tacit.api.adapt;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/**
 * Skills as folders with a {@code SKILL.md}, which many agents read. Stateless. Folders are paths below that of the workspace, and
 * only skills that are the workspace's own are written there.
 */
@Role("skill-folders")
@ConsumerType
public interface SkillFolders {

    /** A skill as its file; empty when there is none. */
    Optional<SkillFile> document(Scope scope, String name);

    /**
     * Writes active skills as folders into a folder. A file that is not as it was written is left as it is.
     *
     * @param names none for all
     */
    SkillFilesReport export(Scope scope, String folder, List<String> names);

    /** Proposes what the folders below a folder say. */
    SkillImport importFolder(Scope scope, String folder);

    /**
     * Proposes what a file says.
     *
     * @param folderName the name of its folder
     * @param text all of {@code SKILL.md}
     * @throws IllegalArgumentException when it is none by the rules of the format
     */
    SkillProposalReceipt importText(Scope scope, String folderName, String text);

    /** Brings the folders of agents in line with the skills, where that is switched on. */
    SkillFilesReport sync(Scope scope);
}
