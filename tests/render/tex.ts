/** A wide set of what Obsidian's MathJax reads, one formula a line. */
export const TEX: readonly string[] = String.raw`
x^2 + y^2 = z^2
\frac{a}{b} + \dfrac{1}{1+\frac{1}{x}} \tfrac12 \cfrac{1}{2}
\sqrt{x} \sqrt[3]{y}
\sum_{i=1}^{n} i = \frac{n(n+1)}{2}
\int_0^\infty e^{-x^2}\,dx \iint \oint
\lim_{x \to 0} \frac{\sin x}{x} = 1
\begin{pmatrix} a & b \\ c & d \end{pmatrix}
\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix} \begin{vmatrix}a&b\\c&d\end{vmatrix}
\begin{array}{|l|c||r:} \hline a & b & c \\ \hline\hline d & e & f \\ \hdashline g & h & i \end{array}
\begin{aligned} a &= b + c \\ &= d \end{aligned}
\begin{align} a &= b \\ c &= d \end{align}
\begin{align*} a &= b \tag{1} \\ c &= d \end{align*}
\begin{gather} a \\ b \end{gather}
\begin{equation} E = mc^2 \tag{7} \label{eq:e} \end{equation}
\begin{multline} a+b+c \\ + d \\ + e \end{multline}
\begin{split} a &= b \\ &= c \end{split}
f(x) = \begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}
\begin{rcases} a \\ b \end{rcases} \begin{dcases} a \\ b \end{dcases}
\ce{H2O} \ce{CO2 + C -> 2 CO} \ce{Hg^2+ ->[I-] HgI2 ->[I-] [Hg^{II}I4]^2-}
\ce{SO4^2- + Ba^2+ -> BaSO4 v} \ce{A <=> B} \ce{^{227}_{90}Th+}
\pu{123 kJ/mol}
\text{hello $x$ world} \textbf{bold} \textit{it} \texttt{tt} \textsf{sf} \textsc{Sc}
\operatorname{argmax}_x f \operatorname*{argmin}_y
\hat{x} \bar{y} \vec{v} \dot{a} \ddot{b} \tilde{n} \widehat{abc} \widetilde{abcd} \overline{AB} \underline{x} \acute a \grave a \breve a \check a \mathring a
\overrightarrow{AB} \overleftarrow{AB} \overbrace{a+b}^{n} \underbrace{c+d}_{m} \overset{!}{=} \underset{x}{y} \stackrel{def}{=}
\color{red} x + \textcolor{blue}{y} + \colorbox{yellow}{z} + \fcolorbox{red}{#eef}{w}
\boxed{E=mc^2} \fbox{text}
\cancel{x} \bcancel{y} \xcancel{z} \sout{abc} \cancelto{0}{x} \cancelto{5}{x+y}
a \tag{3.1}
\mathbb{R} \mathcal{L} \mathfrak{g} \mathscr{H} \mathbf{x} \mathrm{d} \mathit{abc} \mathsf{s} \mathtt{t} \boldsymbol{\alpha} \bm{x} \pmb{x}
\phantom{x} \hphantom{abc} \vphantom{\int} \smash{y} \mathstrut
\left( \frac{a}{b} \right) \left\{ x \middle| y \right\} \bigl( \Bigr] \biggl\langle \Biggr\rangle
a \, b \; c \: d \! e \quad f \qquad g \hspace{1em} h \kern-0.5em i \mkern3mu j \hspace{-2em} k
\rule{1em}{2pt} \raisebox{2pt}{x} \raise 3pt {y} \lower 2pt{z}
\llap{x} \mathllap{abc} \mathrlap{x} \mathclap{x} \rlap{y}
\xrightarrow[below]{above} \xleftarrow{x} \xRightarrow{y} \xleftrightarrow{z}
\begin{CD} A @>a>> B \\ @VbVV @VVcV \\ C @>>d> D \end{CD}
\substack{a \\ b} \sum_{\substack{i<n \\ j<m}} x
\begin{smallmatrix} a & b \\ c & d \end{smallmatrix}
\binom{n}{k} \dbinom{n}{k} \genfrac{(}{)}{0pt}{}{a}{b} {a \choose b} {a \over b} {a \atop b}
\tiny a \small b \large c \Large d \LARGE e \huge f \Huge g
\displaystyle \sum x \textstyle \sum \scriptstyle x \scriptscriptstyle y
\alpha \beta \Gamma \infty \partial \nabla \forall \exists \in \notin \subset \cup \cap \to \mapsto \implies \iff
x' x'' f^{(n)} x_1^2 {}_a^b X \prescript{14}{6}{C} \sideset{_a^b}{_c^d}\sum
\not= \ne \leq \geq \ll \approx \equiv \pm \times \div \cdot \cdots \ldots \vdots \ddots
\phase{78^\circ} \angl{n} \longdiv{x} \textcircled{a} \utilde{x} \undergroup{ab} \overgroup{ab}
\def\arraystretch{1.5}\begin{array}{cc} a & b \\ c & d \end{array}
\arraycolsep=10pt\begin{array}{cc} a & b \end{array}
\bra{\psi} \ket{\phi} \braket{a|b}
\mathop{x}\limits_{a} \mathbin{+} \mathrel{R} \mathord{x} \mathpunct{,}
\bordermatrix{ & a & b \cr c & 1 & 2 \cr d & 3 & 4 }
\underbracket{a}_b \overbracket{c}^d \reflectbox{R}
\rm abc \bf x \it y \tt z \sf w
\mathit{123} \mathbfit{x}
\dfrac{\partial^2 u}{\partial t^2} = c^2 \nabla^2 u
\hat{f} \bar{d} \vec{F} \dot{\Delta} \tilde{J}
\begin{alignat}{2} a &= b &\quad c &= d \end{alignat}
\begin{subarray}{l} a \\ b \end{subarray}
\textrm{a} \text{ü ß 日本} 日本
\degree 90^\circ \% \$ \& \# \_ \{ \}
\mod 5 \pmod{3} \bmod
\int\limits_a^b \sum\nolimits_i
\LaTeX \TeX
\eqref{eq:e} \ref{x}
\overset{a}{\underset{b}{=}} \lVert x \rVert \lfloor x \rfloor
\mathit{123}
\require{cancel}\cancel{x}
\bbox[red]{x} + \bbox{y}
\begin{equation} \sqrt{x} \end{equation}
f'' + f'''
\begin{alignedat}{2} a &= b & c &= d \end{alignedat}
\begin{gathered} a \\ b \end{gathered}
\begin{Bmatrix} 1 \end{Bmatrix} \begin{Vmatrix} 1 \end{Vmatrix}
\overparen{ab} \wideparen{x}
\underleftrightarrow{AB} \overrightharpoon{x}
\mathstrut \strut \, \negthinspace
\varnothing \hbar \ell \wp \Re \Im \aleph
\not\in \not\subset \nleq
\hspace*{1cm} x \mskip3mu
\Bbb{R} \cal{L}
\overline{\overline{x}}
\left\lceil x \right\rceil
\ce{$x$} \ce{2H2 + O2 ->T[hot] 2H2O ^} \ce{KCr(SO4)2*12H2O}
\pu{1.2e3 m s^-1}
`
  .trim()
  .split('\n');
