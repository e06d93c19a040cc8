package org.coordinationledger.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Puts {@code service-defaults.properties} below every other source of settings, so that anything may override it. */
final class ServiceDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>();
        try {
            PropertiesLoaderUtils.loadProperties(new ClassPathResource("service-defaults.properties"))
                    .forEach((name, value) -> defaults.put(name.toString(), value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (environment.getPropertySources().get(DefaultPropertiesPropertySource.NAME)
                instanceof MapPropertySource ofTheApplication) {
            defaults.putAll(ofTheApplication.getSource());
        }
        DefaultPropertiesPropertySource.addOrMerge(defaults, environment.getPropertySources());
    }
}
