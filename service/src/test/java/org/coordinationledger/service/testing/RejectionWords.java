package org.coordinationledger.service.testing;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.service.problem.ServiceRejection;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Whether every rejection on the class path has its words. A module that brings rejections tests that it has no gaps. */
public final class RejectionWords {

    private static final Set<String> STANDARD_MEMBERS = Set.of("type", "title", "detail", "instance");

    private RejectionWords() {}

    /** Every rejection that can be thrown, by its code. */
    public static SortedMap<String, Class<?>> rejections() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isConcrete();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(Rejection.class));
        SortedMap<String, Class<?>> found = new TreeMap<>();
        scanner.findCandidateComponents("org.coordinationledger").forEach(candidate -> {
            Class<? extends Rejection> type = load(candidate.getBeanClassName());
            Class<?> other = found.put(codeOf(type), type);
            if (other != null) {
                throw new AssertionError(other + " and " + type + " have one code");
            }
        });
        return found;
    }

    /** What is missing or wrong in the words of the rejections, a sentence each; empty when all is well. */
    public static List<String> gaps() {
        Messages messages = new Messages();
        List<String> gaps = new ArrayList<>();
        rejections().forEach((code, type) -> {
            String key = "problem." + code.replace('/', '.');
            for (Locale language : Messages.LANGUAGES) {
                check(messages, key + ".title", Set.of(), language, gaps);
                check(messages, key + ".detail", components(type), language, gaps);
            }
            if (!type.isRecord()) {
                gaps.add(type + " is no record");
            }
            components(type).stream()
                    .filter(STANDARD_MEMBERS::contains)
                    .forEach(taken -> gaps.add(code + " has a component called like the problem's own member " + taken));
        });
        return gaps;
    }

    private static void check(
            Messages messages, String key, Set<String> data, Locale language, List<String> gaps) {
        if (messages.find(key, language).filter(text -> !text.isBlank()).isEmpty()) {
            gaps.add(key + " is missing in " + language);
            return;
        }
        Set<String> unknown = new HashSet<>(messages.placeholders(key, language));
        unknown.removeAll(data);
        if (!unknown.isEmpty()) {
            gaps.add(key + " in " + language + " names unknown data " + unknown);
        }
    }

    private static Set<String> components(Class<?> type) {
        Set<String> names = new HashSet<>();
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
        return names;
    }

    private static String codeOf(Class<? extends Rejection> type) {
        return ServiceRejection.class.isAssignableFrom(type)
                ? ServiceRejection.codeOf(type.asSubclass(ServiceRejection.class))
                : Rejection.codeOf(type);
    }

    private static Class<? extends Rejection> load(String name) {
        try {
            return Class.forName(name).asSubclass(Rejection.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
