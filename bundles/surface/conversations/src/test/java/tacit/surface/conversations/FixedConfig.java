package tacit.surface.conversations;

import java.lang.annotation.Annotation;

/** Settings with these bounds. */
record FixedConfig(int most_messages, int most_conversations) implements SqlConversations.Config {

    @Override
    public Class<? extends Annotation> annotationType() {
        return SqlConversations.Config.class;
    }
}
