package tacit.api.memory;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * Keeps the archive in order: what is used rises, what is not is put aside before anything goes. Corrections, decisions,
 * imports and playbooks never go by themselves. Works when asked, on nobody's thread but the caller's.
 */
@Role("archive-upkeep")
@ConsumerType
public interface ArchiveUpkeep {

    /** The attribute of a memory that names the import that brought it. */
    String IMPORT = "import";

    /** The attribute of an imported memory that is kept from prompts. */
    String IGNORED = "recall.ignored";

    /** Raises what is used, and puts aside what is a week old and was hardly used. */
    ArchiveTiers tiers(Scope scope);

    /** What {@link #applyRetention} would do now; changes nothing. */
    RetentionPlan previewRetention(Scope scope);

    /** Puts aside what is due, and deletes with all copies what was put aside longer ago than can be taken back. */
    RetentionPlan applyRetention(Scope scope);

    /**
     * Takes back what was put aside; its time begins anew.
     *
     * @param ids of these; empty for all
     * @return how many came back
     */
    int undoRetention(Scope scope, List<String> ids);

    /**
     * Sums up captures of one piece of work that wait for it; each summary holds a line for every one of them.
     *
     * @return the new summaries
     */
    List<MemoryRecord> digest(Scope scope);

    /** Reads pasted text: one memory for each entry. */
    ArchiveImported importText(ArchiveImport request);

    /**
     * Reads the conversations of a ChatGPT export: one memory for each.
     *
     * @throws IllegalArgumentException when the text is no such export
     */
    ArchiveImported importChats(ArchiveImport request);

    /** Imports that are there, the last first. */
    Page<KeptImport> imports(Scope scope, PageRequest page);

    /** One import; empty when the scope has none of that id. */
    Optional<KeptImport> findImport(Scope scope, String importId);

    /** Memories that an import brought, those stored last first; none when the scope has no import of that id. */
    Page<MemoryRecord> imported(Scope scope, String importId, PageRequest page);

    /** Whether an imported memory may be recalled for prompts; false when the scope has no imported one of that id. */
    boolean ignoreImported(Scope scope, String id, boolean ignored);

    /**
     * Removes what an import brought, with all copies and what of it waits for approval.
     *
     * @param withEvidence whether the words go from the evidence too, as {@link MemoryStore#delete} takes them
     * @return how many memories, the one that stands for the import among them
     */
    int deleteImport(Scope scope, String importId, boolean withEvidence);
}
