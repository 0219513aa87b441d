import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SignOutForm } from "#app/_parts/sign-out-form.tsx";
import { fontVariables } from "#components/fonts.ts";
import { SiteFooter } from "#components/site-footer.tsx";
import { SiteHeader } from "#components/site-header.tsx";
import { SkipLink } from "#components/skip-link.tsx";
import { parseTheme, themeCookie } from "#components/theme.ts";
import { currentUser } from "#lib/web/session.ts";
import "./globals.css";

export const metadata: Metadata = {
  metadataBase: new URL(process.env["APP_URL"] ?? "http://localhost:3000"),
  title: { default: "Rowlock: tickets from fans to fans", template: "%s · Rowlock" },
  description:
    "Buy and sell tickets for concerts, matches and plays. The ticket is held for you while you pay, and you are never charged for one that is not yours.",
  openGraph: { siteName: "Rowlock", type: "website", locale: "en_GB" },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf6ef" },
    { media: "(prefers-color-scheme: dark)", color: "#171310" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [user, cookieJar] = await Promise.all([currentUser(), cookies()]);
  const theme = parseTheme(cookieJar.get(themeCookie)?.value);
  return (
    <html
      lang="en-GB"
      className={fontVariables}
      data-theme={theme === "system" ? undefined : theme}
      // The theme switch writes this attribute in the browser.
      suppressHydrationWarning
    >
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        <SiteHeader user={user} signOut={<SignOutForm />} />
        <main id="content" tabIndex={-1} className="flex-1">
          {children}
        </main>
        <SiteFooter theme={theme} />
      </body>
    </html>
  );
}
