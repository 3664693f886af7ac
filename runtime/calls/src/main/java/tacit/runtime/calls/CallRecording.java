package tacit.runtime.calls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.Recording;

/** Keeps one call as it goes by. */
final class CallRecording implements Recording {

    private final Signature signature;
    private final Answers answers;
    private final Callbacks callbacks = new Callbacks();
    private final @Nullable Object[] passed;
    private final @Nullable Object[] kept;

    CallRecording(Answers answers, @Nullable Object[] arguments) {
        Signature signature = answers.signature();
        if (arguments.length != signature.forms().size()) {
            throw new IllegalArgumentException("arguments must be "
                    + signature.forms().size() + " for " + Signature.name(signature.method()) + ", got "
                    + arguments.length);
        }
        this.signature = signature;
        this.answers = answers;
        passed = arguments.clone();
        kept = new @Nullable Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            if (argument != null && signature.forms().get(i).isEmpty()) {
                passed[i] = callbacks.wrapped(argument);
                kept[i] = passed[i];
            } else {
                kept[i] = copied(argument);
            }
        }
    }

    /** The caller may change its own list as soon as the call is over, before it is written down. */
    private static @Nullable Object copied(@Nullable Object argument) {
        if (argument instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        if (argument instanceof Set<?> set) {
            return new LinkedHashSet<>(set);
        }
        return argument;
    }

    @Override
    public @Nullable Object[] arguments() {
        return passed.clone();
    }

    @Override
    public String inputs() {
        return JsonText.write(true, sheet -> {
            sheet.json().writeStartArray();
            for (int i = 0; i < kept.length; i++) {
                writeArgument(signature.forms().get(i), kept[i], sheet);
            }
            sheet.json().writeEndArray();
        });
    }

    private static void writeArgument(Optional<Form> form, @Nullable Object argument, Sheet sheet) throws IOException {
        if (form.isPresent()) {
            form.get().writeAny(argument, sheet);
        } else if (argument == null) {
            sheet.json().writeNull();
        } else {
            Callbacks.writeInput(argument, sheet);
        }
    }

    @Override
    public String output(@Nullable Object result) {
        return answers.given(result, callbacks);
    }

    @Override
    public String thrown(Throwable failure) {
        return answers.thrown(failure, callbacks);
    }
}
