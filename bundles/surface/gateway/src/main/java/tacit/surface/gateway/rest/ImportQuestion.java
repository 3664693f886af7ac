package tacit.surface.gateway.rest;

import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.memory.ArchiveFormat;
import tacit.api.memory.ArchiveImport;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/**
 * What shall be imported: JSON with the text as a field, or the file itself with the options in the address. Immutable.
 *
 * @param wanted without evidence yet
 * @param format the one that was named, or else that the text seems to have
 */
record ImportQuestion(ArchiveImport wanted, ArchiveFormat format) {

    /** As many as the longest text can have. */
    static final long MOST_BYTES = 4L * ArchiveImport.LONGEST;

    private static final int LONGEST_NAME = 400;
    private static final String MARK = "\uFEFF";
    private static final Set<String> FILES = Set.of("text/plain", "application/octet-stream");

    /** How a text shall be imported. */
    private record Options(
            @Nullable String provider,
            @Nullable String userId,
            boolean privately,
            boolean everywhere,
            @Nullable ArchiveFormat format) {}

    static ImportQuestion of(Call call) {
        try {
            String type = call.contentType().orElse("");
            return FILES.contains(type) ? ofFile(call) : ofJson(call);
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private static ImportQuestion ofJson(Call call) {
        Query.none(call);
        Fields fields =
                Fields.of(Json.body(call), Set.of("text", "provider", "format", "private", "everywhere", "userId"));
        Options options = new Options(
                fields.optionalText("provider", LONGEST_NAME),
                fields.optionalText("userId", LONGEST_NAME),
                fields.truth("private", true),
                fields.truth("everywhere", false),
                fields.optionalChoice("format", ArchiveFormat.class));
        return of(call, fields.text("text", ArchiveImport.LONGEST), options);
    }

    private static ImportQuestion ofFile(Call call) {
        Query query = Query.known(call, "provider", "format", "private", "everywhere", "userId");
        Options options = new Options(
                query.text("provider"),
                query.text("userId"),
                query.truth("private", true),
                query.truth("everywhere", false),
                query.choice("format", ArchiveFormat.class));
        return of(call, text(call.body()), options);
    }

    private static String text(byte[] body) {
        try {
            String text = Json.utf8(body);
            String words = text.startsWith(MARK) ? text.substring(1) : text;
            if (words.isBlank()) {
                throw new IllegalArgumentException("The file is empty");
            }
            return words;
        } catch (CharacterCodingException e) {
            throw new HttpProblem(400, "The file must be UTF-8");
        }
    }

    private static ImportQuestion of(Call call, String text, Options options) {
        Scope token = call.principal().scope();
        ArchiveImport wanted = new ArchiveImport(
                token.workspaceId(),
                ContextQuestion.user(token, options.userId()),
                options.provider() == null ? "" : options.provider(),
                text,
                options.privately(),
                options.everywhere(),
                List.of());
        return new ImportQuestion(wanted, options.format() == null ? ArchiveFormat.of(text) : options.format());
    }
}
