package tacit.surface.conversations;

import java.util.regex.Pattern;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;

/** The name that a conversation has in a path. */
final class ConversationId {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@~-]{0,511}");

    private ConversationId() {}

    static String of(Call call) {
        String id = call.pathParameters().getOrDefault("id", "");
        if (!FORM.matcher(id).matches()) {
            throw new HttpProblem(
                    400, "id must have 1 to 512 letters, digits, or . _ : @ ~ -, and begin with a letter or digit");
        }
        return id;
    }
}
