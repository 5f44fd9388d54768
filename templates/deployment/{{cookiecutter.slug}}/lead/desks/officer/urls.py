"""The addresses of the officer's desk."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.referrals, name="list"),
    path("new/", views.new, name="new"),
    path("new/<slug:pathway>/", views.refer, name="refer"),
    path("<int:number>/", views.result, name="result"),
    path("<int:number>/questions/<int:step>/", views.ask, name="questions"),
    path("<int:number>/called/", views.called, name="called"),
]
