package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.ArchiveFormat;
import tacit.api.memory.ArchiveImport;
import tacit.api.memory.ArchiveImported;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveSettings;
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.memory.Evidence;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Takes memories of another assistant into the archive; the audit log says so first. */
@Component
public final class ImportTakeResource implements HttpResource {

    private final ArchiveMemory archive;
    private final ArchiveUpkeep upkeep;
    private final AuditLog audit;

    @Activate
    public ImportTakeResource(
            @Reference ArchiveMemory archive, @Reference ArchiveUpkeep upkeep, @Reference AuditLog audit) {
        this.archive = archive;
        this.upkeep = upkeep;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/imports";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public long maxBodyBytes() {
        return ImportQuestion.MOST_BYTES;
    }

    @Override
    public Reply handle(Call call) {
        ImportQuestion question = ImportQuestion.of(call);
        if (question.wanted().everywhere()) {
            HostOperator.require(call);
        }
        refuseOff(question.wanted().workspaceId());
        long entry = audit.write(
                        call.principal().name(),
                        "memory.import",
                        question.wanted().workspaceId(),
                        details(question))
                .sequence();
        ArchiveImported imported = imported(question, String.valueOf(entry));
        if (imported.importId() == null) {
            throw new HttpProblem(400, "Nothing was imported: " + String.join("; ", imported.errors()));
        }
        return Json.reply(200, ArchiveViews.imported(question.format(), imported));
    }

    private void refuseOff(String workspaceId) {
        ArchiveSettings settings = archive.settings(workspaceId);
        if (!settings.enabled() || settings.privacy() == ArchiveSettings.Privacy.DISABLED) {
            throw new HttpProblem(409, "The archive of the workspace is off");
        }
    }

    private static Map<String, String> details(ImportQuestion question) {
        String user = question.wanted().userId();
        return Map.of(
                "workspace", question.wanted().workspaceId(),
                "user", user == null ? "" : user,
                "format", question.format().word());
    }

    private ArchiveImported imported(ImportQuestion question, String entry) {
        ArchiveImport said = question.wanted().withEvidence(List.of(Evidence.of(Evidence.Kind.STATEMENT, entry)));
        try {
            return question.format() == ArchiveFormat.CHATGPT ? upkeep.importChats(said) : upkeep.importText(said);
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
