package dev.callautomation.camel;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

/**
 * The public API of some packages as text, one line for each class and for each public or protected member. A line
 * begins with the name of its class. Constants have their values, because the compiler copies these into applications.
 */
final class PublicApi {

    private static final int CLASS_MODIFIERS =
            Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;
    private static final int MEMBER_MODIFIERS = CLASS_MODIFIERS;

    private PublicApi() {}

    /** Lists the API of the classes in a folder of class files that are in one of the packages and were not generated. */
    static SortedSet<String> of(Path classes, Path generatedSources, List<String> packages) throws IOException {
        SortedSet<String> lines = new TreeSet<>();
        for (String name : packages) {
            Path folder = classes.resolve(name.replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    String simple = file.getFileName().toString();
                    if (simple.endsWith(".class") && !simple.equals("package-info.class")) {
                        String binaryName = name + '.' + simple.substring(0, simple.length() - ".class".length());
                        Path generated = generatedSources.resolve(binaryName.replace('.', '/') + ".java");
                        if (!Files.exists(generated)) {
                            list(load(binaryName), lines);
                        }
                    }
                }
            }
        }
        return lines;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds the lines of a class, if applications can reach it. */
    static void list(Class<?> type, SortedSet<String> lines) {
        if (!isReachable(type)) {
            return;
        }
        lines.add(type.getName() + ": " + header(type));
        boolean extensible = !Modifier.isFinal(type.getModifiers());
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            add(type, constructor, extensible, signature(constructor, type.getSimpleName()), lines);
        }
        // members of superclasses that are not public are members of the class for those who use it
        for (Class<?> from = type;
                from != null && (from == type || isHiddenParent(from));
                from = from.getSuperclass()) {
            for (Method method : from.getDeclaredMethods()) {
                if (!method.isBridge() && !isImplied(from, method)) {
                    String result = method.getGenericReturnType().getTypeName() + ' ';
                    add(type, method, extensible, signature(method, result + method.getName()), lines);
                }
            }
            for (Field field : from.getDeclaredFields()) {
                String text = modifiers(field) + field.getGenericType().getTypeName() + ' ' + field.getName();
                add(type, field, extensible, text + value(field), lines);
            }
        }
    }

    private static void add(Class<?> type, Member member, boolean extensible, String text, SortedSet<String> lines) {
        boolean visible =
                Modifier.isPublic(member.getModifiers()) || extensible && Modifier.isProtected(member.getModifiers());
        if (visible && !member.isSynthetic()) {
            lines.add(type.getName() + ": " + text);
        }
    }

    /** Methods that each record and each enum has. */
    private static boolean isImplied(Class<?> type, Method method) {
        return type.isRecord() && Set.of("equals", "hashCode", "toString").contains(method.getName())
                || type.isEnum() && Set.of("values", "valueOf").contains(method.getName());
    }

    private static boolean isReachable(Class<?> type) {
        if (type.isSynthetic() || type.isAnonymousClass() || type.isLocalClass()) {
            return false;
        }
        int visible = type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED);
        return visible != 0 && (type.getEnclosingClass() == null || isReachable(type.getEnclosingClass()));
    }

    private static boolean isHiddenParent(Class<?> type) {
        return type.getPackageName().startsWith("dev.callautomation.camel") && !Modifier.isPublic(type.getModifiers());
    }

    private static String header(Class<?> type) {
        StringBuilder text = new StringBuilder();
        text.append(Modifier.toString(type.getModifiers() & CLASS_MODIFIERS)).append(' ');
        text.append(kind(type)).append(variables(type.getTypeParameters()));
        Class<?> parent = type.getSuperclass();
        while (parent != null && isHiddenParent(parent)) {
            parent = parent.getSuperclass();
        }
        if (parent != null && !Set.of(Object.class, Record.class, Enum.class).contains(parent)) {
            text.append(" extends ").append(parent.getName());
        }
        if (type.getInterfaces().length > 0) {
            text.append(" implements ").append(names(type.getGenericInterfaces()));
        }
        if (type.isSealed()) {
            text.append(" permits ").append(names(type.getPermittedSubclasses()));
        }
        return text.toString();
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "annotation";
        }
        if (type.isInterface()) {
            return "interface";
        }
        if (type.isEnum()) {
            return "enum";
        }
        return type.isRecord() ? "record" : "class";
    }

    private static String signature(Executable member, String name) {
        String variables = variables(member.getTypeParameters());
        String thrown =
                member.getExceptionTypes().length == 0 ? "" : " throws " + names(member.getGenericExceptionTypes());
        return modifiers(member)
                + (variables.isEmpty() ? "" : variables + ' ')
                + name
                + Arrays.stream(member.getGenericParameterTypes())
                        .map(Type::getTypeName)
                        .collect(joining(", ", "(", ")"))
                + thrown;
    }

    private static String modifiers(Member member) {
        String modifiers = Modifier.toString(member.getModifiers() & MEMBER_MODIFIERS);
        return modifiers.isEmpty() ? "" : modifiers + ' ';
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable + " extends " + names(variable.getBounds()))
                        .collect(joining(", ", "<", ">"));
    }

    private static String names(Type[] types) {
        return Arrays.stream(types).map(Type::getTypeName).sorted().collect(Collectors.joining(", "));
    }

    private static String value(Field field) {
        int constant = Modifier.STATIC | Modifier.FINAL;
        boolean inlined = (field.getModifiers() & constant) == constant
                && Modifier.isPublic(field.getModifiers())
                && (field.getType().isPrimitive() || field.getType() == String.class);
        if (!inlined) {
            return "";
        }
        try {
            field.setAccessible(true);
            return " = " + field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
