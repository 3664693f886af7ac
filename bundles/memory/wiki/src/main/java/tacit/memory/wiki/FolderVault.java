package tacit.memory.wiki;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.memory.WikiHealth;
import tacit.api.memory.WikiHit;
import tacit.api.memory.WikiPage;
import tacit.api.memory.WikiSource;
import tacit.api.memory.WikiVault;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;

/** Keeps the vault of a workspace in a folder of its own. Immutable. */
@Component(property = Role.PROPERTY + "=wiki-vault")
@Designate(ocd = FolderVault.Config.class)
public final class FolderVault implements WikiVault {

    private static final int TRIES = 3;
    private static final String LOG = "log.md";
    private static final String INBOX = "inbox.md";
    private static final String SCHEMA = "SCHEMA.md";

    /** Where the vault lies, and what is read of it. */
    @ObjectClassDefinition(name = "Tacit wiki vault")
    public @interface Config {

        @AttributeDefinition(name = "Folder", description = "Where the vault lies below the workspace's folder")
        String folder() default "research/wiki";

        @AttributeDefinition(
                name = "Longest file",
                description = "How many bytes of a note or a source are read, at least 1024",
                min = "1024")
        int longest() default 512 * 1024;

        @AttributeDefinition(
                name = "Stale days",
                description = "After how many days without an update a note counts as stale, at least 1",
                min = "1")
        int staleDays() default 180;
    }

    private final WorkspaceFiles files;
    private final String folder;
    private final int longest;
    private final int staleDays;

    @Activate
    public FolderVault(@Reference WorkspaceFiles files, Config config) {
        if (config.folder().isBlank()
                || config.folder().startsWith("/")
                || config.folder().endsWith("/")) {
            throw new IllegalArgumentException(
                    "folder must be a path below the workspace without slashes at its ends, got '" + config.folder()
                            + "'");
        }
        if (config.longest() < 1024 || config.staleDays() < 1) {
            throw new IllegalArgumentException("longest must be at least 1024 and staleDays at least 1, got "
                    + config.longest() + " and " + config.staleDays());
        }
        this.files = files;
        this.folder = config.folder();
        this.longest = config.longest();
        this.staleDays = config.staleDays();
    }

    @Override
    public List<String> init(String workspaceId, Instant now) {
        List<String> made = new ArrayList<>();
        make(workspaceId, SCHEMA, Seeds.SCHEMA, made);
        make(workspaceId, Vault.INDEX, IndexPage.with("", List.of()), made);
        make(workspaceId, LOG, "# Log\n\n- " + day(now) + " the vault was laid out\n", made);
        make(workspaceId, INBOX, Seeds.INBOX, made);
        return made;
    }

    private void make(String workspaceId, String name, String text, List<String> made) {
        if (files.replace(workspaceId, at(name), null, text)) {
            made.add(at(name));
        }
    }

    @Override
    public String ingest(String workspaceId, WikiSource source, Instant now) {
        needVault(workspaceId);
        if (source.text().isBlank()) {
            throw new IllegalArgumentException("The source '" + source.title() + "' has no text");
        }
        String path = SourceText.path(source);
        if (files.replace(workspaceId, at(path), null, SourceText.render(source, now))) {
            String title = source.title().replaceAll("\\s+", " ").strip();
            edit(workspaceId, LOG, text -> text + "- " + day(now) + " kept " + path + "\n");
            edit(workspaceId, INBOX, text -> text + "- [ ] " + title + ": " + path + "\n");
        }
        return at(path);
    }

    @Override
    public WikiPage write(String workspaceId, WikiPage page, Instant now) {
        needVault(workspaceId);
        if (!Vault.isPage(page.path())) {
            throw new IllegalArgumentException("'" + page.path() + "' is no path of a note: it must end in .md and lie"
                    + " neither in raw nor in outputs, nor be a file of the vault itself");
        }
        for (String source : page.sources()) {
            if (source.startsWith(Vault.RAW)
                    && files.read(workspaceId, at(source), 1).isEmpty()) {
                throw new IllegalArgumentException("The source " + source + " is not kept in the vault");
            }
        }
        WikiPage[] written = new WikiPage[1];
        edit(workspaceId, page.path(), text -> {
            written[0] = dated(page, text, now);
            return PageText.render(written[0]);
        });
        edit(workspaceId, LOG, text -> text + "- " + day(now) + " wrote " + page.path() + "\n");
        refresh(workspaceId, now);
        return written[0];
    }

    private static WikiPage dated(WikiPage page, String before, Instant now) {
        String created = Optional.ofNullable(page.created())
                .or(() -> Optional.ofNullable(PageText.page(page.path(), before).created()))
                .orElse(day(now));
        return new WikiPage(
                page.path(),
                page.title(),
                page.type(),
                page.status(),
                page.tags(),
                page.sources(),
                created,
                day(now),
                page.body());
    }

    @Override
    public List<WikiHit> search(String workspaceId, String query, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, got " + most);
        }
        return new VaultSearch(vault(workspaceId)).find(query, most);
    }

    @Override
    public WikiHealth health(String workspaceId, Instant now) {
        return new HealthCheck(vault(workspaceId), now, staleDays).report();
    }

    @Override
    public boolean refresh(String workspaceId, Instant now) {
        needVault(workspaceId);
        List<WikiPage> pages = vault(workspaceId).pages();
        return edit(workspaceId, Vault.INDEX, text -> IndexPage.with(text, pages));
    }

    /** Replaces a file by what becomes of its text; somebody else's edit in between is taken in. */
    private boolean edit(String workspaceId, String name, UnaryOperator<String> change) {
        for (int i = 0; i < TRIES; i++) {
            Optional<WorkspaceFile> file = files.read(workspaceId, at(name), longest);
            if (file.isPresent() && !file.get().whole()) {
                throw new IllegalArgumentException(
                        at(name) + " has more than " + longest + " bytes and is not written");
            }
            String before = file.map(WorkspaceFile::text).orElse("");
            String after = change.apply(before);
            if (file.isPresent() && after.equals(before)) {
                return false;
            }
            if (files.replace(
                    workspaceId, at(name), file.map(WorkspaceFile::sha256).orElse(null), after)) {
                return true;
            }
        }
        throw new IllegalStateException(
                at(name) + " was changed by somebody else " + TRIES + " times; nothing was written");
    }

    private Vault vault(String workspaceId) {
        return Vault.read(files, workspaceId, folder, longest);
    }

    private void needVault(String workspaceId) {
        if (files.read(workspaceId, at(SCHEMA), 1).isEmpty()) {
            throw new IllegalArgumentException(
                    "The workspace '" + workspaceId + "' has no vault in " + folder + "; lay one out first");
        }
    }

    private String at(String path) {
        return folder + "/" + path;
    }

    private static String day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    }
}
