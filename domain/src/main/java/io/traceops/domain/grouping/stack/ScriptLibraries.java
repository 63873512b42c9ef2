package io.traceops.domain.grouping.stack;

import java.util.Set;

/** The interpreted languages that keep their packages in folders: Ruby and PHP. */
final class ScriptLibraries {
    static final LibraryTable RUBY = LibraryTable.of(
            Set.of(
                    "ActionController::",
                    "ActionDispatch::",
                    "ActionView::",
                    "ActiveJob::",
                    "ActiveModel::",
                    "ActiveRecord::",
                    "ActiveSupport::",
                    "Puma::",
                    "Rack::",
                    "Rails::",
                    "Sidekiq::",
                    "Sinatra::"),
            Set.of(
                    "gems/",
                    "vendor/",
                    "lib/ruby/",
                    "rubygems/",
                    "bundler/",
                    ".rbenv/versions/",
                    ".rvm/rubies/",
                    ".rvm/gems/",
                    "jruby/lib/"),
            Set.of("<internal:", "(eval", "uri:classloader:"));

    static final LibraryTable PHP = LibraryTable.of(
            Set.of(
                    "Composer\\",
                    "Doctrine\\",
                    "GuzzleHttp\\",
                    "Illuminate\\",
                    "Laminas\\",
                    "Laravel\\",
                    "League\\",
                    "Livewire\\",
                    "Monolog\\",
                    "PHPUnit\\",
                    "Predis\\",
                    "Psr\\",
                    "Slim\\",
                    "Symfony\\",
                    "Twig\\",
                    "Yiisoft\\",
                    "yii\\",
                    "Zend\\"),
            Set.of("vendor/", "phar://", "wp-includes/", "wp-admin/", "core/lib/Drupal/"),
            Set.of("[internal function]", "phar://"));

    private ScriptLibraries() {}
}
